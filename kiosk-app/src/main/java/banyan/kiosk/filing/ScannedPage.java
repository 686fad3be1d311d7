package banyan.kiosk.filing;

import banyan.cache.PageHandle;
import banyan.kiosk.documents.Picture;

/** A page taken over: sealed in the visit's page store, with a small picture of it for the screen. */
public record ScannedPage(PageHandle handle, Picture thumbnail) {}

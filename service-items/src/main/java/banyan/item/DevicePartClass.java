package banyan.item;

/**
 * A part of a device that an item may be unable to do without, though others can be done. Without the parts that are not named here
 * the device is of no use to anybody, and the item needs no word about them.
 */
public enum DevicePartClass {
    /** What draws in a pile of sheets: for a material of many pages. */
    FEEDER(DeviceClass.SCANNER),
    /** What one page is laid on: for a booklet, or what no feeder may draw in. */
    GLASS(DeviceClass.SCANNER),
    /** The tray with the paper for certificates; a printer that has one paper for all prints them on that. */
    TRAY_CERTIFICATE(DeviceClass.PRINTER);

    private final DeviceClass device;

    DevicePartClass(DeviceClass device) {
        this.device = device;
    }

    /** What it is a part of. */
    public DeviceClass device() {
        return device;
    }
}

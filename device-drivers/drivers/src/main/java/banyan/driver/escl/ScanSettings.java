package banyan.driver.escl;

import banyan.device.Scanner.ScanJob;
import banyan.device.Scanner.Source;
import banyan.driver.escl.ScannerCapabilities.Input;
import java.nio.charset.StandardCharsets;

/** The request for a scan. Everything in it is a number or a word of ours, so nothing needs escaping. */
final class ScanSettings {
    private static final String FORM = """
            <?xml version="1.0" encoding="UTF-8"?>
            <scan:ScanSettings xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm" \
            xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03">
              <pwg:Version>%s</pwg:Version>
              <scan:Intent>Document</scan:Intent>
              <pwg:ScanRegions>
                <pwg:ScanRegion>
                  <pwg:ContentRegionUnits>escl:ThreeHundredthsOfInches</pwg:ContentRegionUnits>
                  <pwg:XOffset>0</pwg:XOffset>
                  <pwg:YOffset>0</pwg:YOffset>
                  <pwg:Width>%d</pwg:Width>
                  <pwg:Height>%d</pwg:Height>
                </pwg:ScanRegion>
              </pwg:ScanRegions>
              <pwg:InputSource>%s</pwg:InputSource>
              <scan:Duplex>%b</scan:Duplex>
              <scan:ColorMode>%s</scan:ColorMode>
              <scan:XResolution>%d</scan:XResolution>
              <scan:YResolution>%d</scan:YResolution>
              <pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat>
              <scan:DocumentFormatExt>image/jpeg</scan:DocumentFormatExt>
            </scan:ScanSettings>
            """;

    private ScanSettings() {}

    static byte[] of(ScanJob job, Area area, String version, Input input) {
        int resolution = input.resolution(job.resolution());
        return FORM.formatted(
                        version,
                        Area.units(area.width(), input.maxWidth()),
                        Area.units(area.height(), input.maxHeight()),
                        job.source() == Source.FLATBED ? "Platen" : "Feeder",
                        job.source() == Source.FEEDER_BOTH_SIDES,
                        input.mode(job.colour()),
                        resolution,
                        resolution)
                .getBytes(StandardCharsets.UTF_8);
    }
}

package banyan.driver.escl;

import banyan.conformance.CodecUnderTest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The scanner's status and capabilities as a function of bytes. */
public final class EsclCodec implements CodecUnderTest {
    private static final int LARGEST = 1 << 20;

    @Override
    public String name() {
        return "escl";
    }

    @Override
    public List<byte[]> samples() {
        return List.of(
                ascii("<s:ScannerStatus xmlns:s=\"x\"><State>Idle</State><s:AdfState>ScannerAdfJam</s:AdfState>"
                        + "<Jobs><JobInfo><JobUri>/7</JobUri><ImagesCompleted>3</ImagesCompleted></JobInfo></Jobs></s:ScannerStatus>"),
                ascii("<ScannerCapabilities><Platen><PlatenInputCaps><MaxWidth>2550</MaxWidth><SettingProfiles><SettingProfile>"
                        + "<SupportedResolutions><DiscreteResolutions><DiscreteResolution><XResolution>75</XResolution>"
                        + "<YResolution>75</YResolution></DiscreteResolution></DiscreteResolutions></SupportedResolutions>"
                        + "</SettingProfile></SettingProfiles></PlatenInputCaps></Platen></ScannerCapabilities>"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public int largest() {
        return LARGEST;
    }

    @Override
    public String read(List<byte[]> portions) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        portions.forEach(whole::writeBytes);
        byte[] xml = whole.toByteArray();
        return ScannerStatus.read(xml) + " " + ScannerCapabilities.read(xml);
    }
}

package banyan.kit.rig;

import banyan.conformance.PrinterRig;
import banyan.device.DeviceDriver;
import java.util.Map;

/** A hand at the printer's twin. */
public final class PrinterTwin extends TwinRig implements PrinterRig {
    private static final int CERTIFICATE_SHEETS = 50;

    private int forgotten;

    public PrinterTwin(DeviceDriver driver) {
        super(
                "printer",
                driver,
                Map.of(
                        "url",
                        SIMULATOR.printerUri().toString(),
                        "tray-plain",
                        "main",
                        "tray-certificate",
                        "bottom",
                        "snmp",
                        SIMULATOR.printerSnmp()));
        leaveCertificatePaper(CERTIFICATE_SHEETS);
    }

    @Override
    public void leavePaper(int sheets) {
        act("load", "{\"sheets\": " + sheets + "}");
    }

    @Override
    public void leaveCertificatePaper(int sheets) {
        act("load", "{\"bottom\": true, \"sheets\": " + sheets + "}");
    }

    @Override
    public int certificatePaper() {
        return twinState().path("bottomSheets").asInt();
    }

    @Override
    public void openCover() {
        act("open-cover");
    }

    @Override
    public void closeCover() {
        act("close-cover");
    }

    @Override
    public void jamAfter(int pages) {
        act("jam", "{\"afterSheets\": " + pages + ", \"abortsJob\": true}");
    }

    @Override
    public void countOnly(int pages) {
        act("lie", "{\"sheetsOut\": " + pages + "}");
    }

    /** The next job is called completed with all its pages though only so many came out and moved the printer's counter. */
    public void claim(int pages, int cameOut) {
        act("lie", "{\"sheetsOut\": " + cameOut + ", \"pagesReported\": " + pages + "}");
    }

    /** By SNMP the printer says the opposite of what it says by IPP. */
    public void contradict() {
        act("contradict");
    }

    /** By SNMP no page is counted any more. */
    public void standCounterStill() {
        act("contradict", "{\"in\": \"counter\"}");
    }

    /** Nothing is answered by SNMP. */
    public void silenceSnmp() {
        act("snmp-silence");
    }

    /** What is answered by SNMP is no message. */
    public void garbleSnmp() {
        act("snmp-garble");
    }

    @Override
    public void lowToner() {
        act("toner", "{\"level\": \"low\"}");
    }

    @Override
    public void loseJobs() {
        forgotten = documents();
        act("power-off");
        act("power-on");
    }

    @Override
    public int documents() {
        return forgotten + twinState().path("jobs").size();
    }
}

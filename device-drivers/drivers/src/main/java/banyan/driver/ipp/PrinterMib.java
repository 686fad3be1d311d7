package banyan.driver.ipp;

/**
 * The columns that are asked of a printer over SNMP: Host Resources MIB (RFC 2790) and Printer MIB (RFC 3805). The first index of
 * each is {@code hrDeviceIndex}; the printer's is that of the first row of {@link #PRINTER_STATUS}.
 */
enum PrinterMib {
    /** {@code hrPrinterStatus}: idle 3, printing 4, warmup 5. */
    PRINTER_STATUS("1.3.6.1.2.1.25.3.5.1.1", true),
    /** {@code hrDeviceStatus}: running 2, warning 3, testing 4, down 5. */
    DEVICE_STATUS("1.3.6.1.2.1.25.3.2.1.5", true),
    /** {@code hrPrinterDetectedErrorState}: bits, the first being the highest of the first octet. */
    ERROR_STATE("1.3.6.1.2.1.25.3.5.1.2", true),
    /** {@code prtCoverStatus}: coverOpen 3, interlockOpen 5. */
    COVER_STATUS("1.3.6.1.2.1.43.6.1.1.3", false),
    /** {@code prtInputCurrentLevel}: sheets in a tray; negative where it is not known how many. */
    INPUT_LEVEL("1.3.6.1.2.1.43.8.2.1.10", false),
    /** {@code prtMarkerCounterUnit}: impressions 7, sheets 8. */
    COUNTER_UNIT("1.3.6.1.2.1.43.10.2.1.3", false),
    /** {@code prtMarkerLifeCount}: all that was ever marked. */
    LIFE_COUNT("1.3.6.1.2.1.43.10.2.1.4", false),
    /** {@code prtMarkerSuppliesClass}: supplyThatIsConsumed 3. */
    SUPPLY_CLASS("1.3.6.1.2.1.43.11.1.1.4", false),
    /** {@code prtMarkerSuppliesLevel}. */
    SUPPLY_LEVEL("1.3.6.1.2.1.43.11.1.1.9", false),
    /** {@code prtAlertSeverityLevel}: critical 3. */
    ALERT_SEVERITY("1.3.6.1.2.1.43.18.1.1.2", false),
    /** {@code prtAlertCode}. */
    ALERT_CODE("1.3.6.1.2.1.43.18.1.1.7", false);

    private final String oid;
    private final boolean oneRow;

    PrinterMib(String oid, boolean oneRow) {
        this.oid = oid;
        this.oneRow = oneRow;
    }

    /** Its object identifier, dotted. */
    String oid() {
        return oid;
    }

    /** Whether a printer has one row of it; else any number, under its own index. */
    boolean oneRow() {
        return oneRow;
    }
}

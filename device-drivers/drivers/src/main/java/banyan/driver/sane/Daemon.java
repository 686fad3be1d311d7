package banyan.driver.sane;

/**
 * Where the scanner is.
 *
 * @param device the daemon's name for it, empty for the first it lists
 * @param patience after so many seconds without a byte it is given up
 */
record Daemon(String host, int port, String device, int patience) {}

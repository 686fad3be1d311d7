package banyan.driver.ef01;

/** What is asked of the module, and how long its answer is. */
enum Instruction {
    /** Look at the glass, and keep the picture if a finger lies there. */
    GENERATE_IMAGE(0x01, 1),
    /** Send the picture: an answer, then data. */
    UPLOAD_IMAGE(0x0A, 1),
    /** Say who and how you are. */
    READ_PARAMETERS(0x0F, 17),
    /** Let us in. */
    VERIFY_PASSWORD(0x13, 1);

    private final int code;
    private final int answer;

    Instruction(int code, int answer) {
        this.code = code;
        this.answer = answer;
    }

    /** Whether an acknowledgement of this length can be the answer. Answers do not say to what. */
    boolean answeredBy(int length) {
        return length == answer;
    }

    /** The packet to send. */
    byte[] request(int... parameters) {
        byte[] content = new byte[1 + parameters.length];
        content[0] = (byte) code;
        for (int i = 0; i < parameters.length; i++) {
            content[i + 1] = (byte) parameters[i];
        }
        return Packets.command(content);
    }
}

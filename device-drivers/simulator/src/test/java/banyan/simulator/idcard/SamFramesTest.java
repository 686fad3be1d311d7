package banyan.simulator.idcard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import banyan.simulator.idcard.SamFrames.Request;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pinned to frames that others have published. */
class SamFramesTest {
    @ParameterizedTest
    @CsvSource({
        "10FF, AAAAAA9669000310FFEC",
        "11FF, AAAAAA9669000311FFED",
        "12FF, AAAAAA9669000312FFEE",
        "2001, AAAAAA96690003200122",
        "2002, AAAAAA96690003200221",
        "3001, AAAAAA96690003300132",
        "3003, AAAAAA96690003300330",
        "3010, AAAAAA96690003301023",
        "61FF, AAAAAA9669000461FF50CA",
        "6004, AAAAAA96690003600467"
    })
    void publishedRequestsAreCommands(String command, String frame) {
        byte[] bytes = HexFormat.of().parseHex(frame);
        Request.Command read = assertInstanceOf(Request.Command.class, SamFrames.parse(bytes, bytes.length));
        assertEquals(command, "%04X".formatted(read.command()));
    }

    @ParameterizedTest
    @CsvSource({
        "90, 0, AAAAAA9669000400009094",
        "9F, 4, AAAAAA9669000800009F0000000097",
        "80, 0, AAAAAA9669000400008084",
        "90, 8, AAAAAA9669000C00009000000000000000009C",
        "81, 0, AAAAAA9669000400008185",
        "41, 0, AAAAAA9669000400004145",
        "91, 0, AAAAAA9669000400009195",
        "32, 0, AAAAAA9669000400003236"
    })
    void answersAreThePublishedOnes(String status, int zeros, String frame) {
        byte[] answer = SamFrames.answer(Integer.parseInt(status, 16), new byte[zeros]);
        assertEquals(frame, HexFormat.of().withUpperCase().formatHex(answer));
    }

    @Test
    void aRequestInPiecesIsUnfinishedUntilItsLastByte() {
        byte[] find = HexFormat.of().parseHex("AAAAAA96690003200122");
        for (int count = 0; count < find.length; count++) {
            assertInstanceOf(Request.Unfinished.class, SamFrames.parse(find, count), "after " + count);
        }
    }

    @Test
    void aWrongChecksumIsAnsweredAsSuch() {
        byte[] bytes = HexFormat.of().parseHex("AAAAAA96690003200123");
        assertEquals(new Request.Wrong(0x10, 10), SamFrames.parse(bytes, bytes.length));
    }

    @Test
    void anImpossibleLengthIsAnsweredAsSuch() {
        byte[] bytes = HexFormat.of().parseHex("AAAAAA9669FFFF2001");
        assertEquals(new Request.Wrong(0x11, 7), SamFrames.parse(bytes, bytes.length));
    }

    @Test
    void aPreambleWithOneByteTooManyIsFound() {
        byte[] bytes = HexFormat.of().parseHex("AAAAAAAA96690003200122");
        assertEquals(new Request.Noise(1), SamFrames.parse(bytes, bytes.length));
    }
}

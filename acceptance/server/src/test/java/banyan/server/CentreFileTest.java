package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import banyan.server.clerk.Clerks;
import banyan.server.store.DatabaseAt;
import banyan.server.store.S3At;
import banyan.server.wire.TlsAt;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CentreFileTest {
    @TempDir
    Path folder;

    @Test
    void everyMistakeIsToldWithItsLine() throws IOException {
        CentreFile.Read.Wrong wrong = assertInstanceOf(CentreFile.Read.Wrong.class, read("""
                port: 99999
                area: 35
                colour: green
                zone: Atlantis
                database-user: me
                """));
        Path file = folder.resolve("centre.yaml");
        assertEquals(
                List.of(
                        file + ":1: port must be a number from 0 to 65535",
                        file + ":2: area must be four digits such as 3501",
                        file + ":4: zone must be a name such as Asia/Shanghai",
                        file + ": database-url, database-user and database-password-file are needed together",
                        file + ":3: 'colour' is not a setting"),
                wrong.mistakes());
    }

    @Test
    void eachItemMayHaveAClerkOfItsOwn() throws IOException {
        CentreFile.Read.Ready ready = assertInstanceOf(CentreFile.Read.Ready.class, read("""
                clerk: 周敏, 0591-83251234
                clerk.flexible-employment-subsidy: 林静, 0591-83251235
                clerk-days: 5
                """));
        assertEquals(
                new Clerks(
                        new Clerks.Clerk("周敏", "0591-83251234"),
                        Map.of("flexible-employment-subsidy", new Clerks.Clerk("林静", "0591-83251235")),
                        5),
                ready.settings().clerks());
        assertEquals(
                List.of(folder.resolve("centre.yaml") + ":1: clerk must be a name, a comma and a telephone number"),
                assertInstanceOf(CentreFile.Read.Wrong.class, read("clerk: 周敏\n")).mistakes());
    }

    @Test
    void papersGoToABucketOverALineThatIsSealedOrDoesNotLeaveThisMachine() throws IOException {
        String rest = "papers-s3-bucket: papers\npapers-s3-key-file: s3.key\n";
        CentreFile.Read.Ready ready =
                assertInstanceOf(CentreFile.Read.Ready.class, read("papers-s3: https://store.example:9000\n" + rest));
        assertEquals(
                Optional.of(new S3At(URI.create("https://store.example:9000"), "us-east-1", "papers", folder.resolve("s3.key"))),
                ready.settings().engine().bucket());
        assertEquals(
                List.of(
                        folder.resolve("centre.yaml") + ":1: papers-s3 must be https://…, or http:// on this machine",
                        folder.resolve("centre.yaml") + ": papers-s3, papers-s3-bucket and papers-s3-key-file are needed together"),
                assertInstanceOf(CentreFile.Read.Wrong.class, read("papers-s3: http://store.example\n" + rest)).mistakes());
    }

    @Test
    void theDoorIsSealedByACertificateInOneOfTwoForms() throws IOException {
        CentreFile.Read.Ready pem = assertInstanceOf(
                CentreFile.Read.Ready.class,
                read("tls-certificate: c.pem\ntls-key: k.pem\ntls-terminals-ca: ca.pem\n"));
        assertEquals(
                Optional.of(new TlsAt(
                        new TlsAt.Own.Pem(folder.resolve("c.pem"), folder.resolve("k.pem")),
                        Optional.of(folder.resolve("ca.pem")))),
                pem.settings().engine().tls());
        for (String half : List.of(
                "tls-key: k.pem\n", "tls-terminals-ca: ca.pem\n", "tls-certificate: c\ntls-key: k\ntls-pkcs12: p\n")) {
            assertEquals(
                    List.of(folder.resolve("centre.yaml")
                            + ": TLS needs tls-certificate and tls-key, or tls-pkcs12 and tls-pkcs12-password-file"),
                    assertInstanceOf(CentreFile.Read.Wrong.class, read(half)).mistakes());
        }
    }

    @Test
    void whatIsSaidTwiceIsAMistake() throws IOException {
        CentreFile.Read.Wrong wrong = assertInstanceOf(CentreFile.Read.Wrong.class, read("port: 1\nport: 2\n"));
        assertEquals(List.of(folder.resolve("centre.yaml") + ":2: 'port' is there twice"), wrong.mistakes());
    }

    @Test
    void whatIsNotSaidStaysAsUsual() throws IOException {
        CentreFile.Read.Ready ready = assertInstanceOf(CentreFile.Read.Ready.class, read("port: 8470\n"));
        assertEquals(8470, ready.settings().port());
        assertEquals("127.0.0.1", ready.settings().host());
        assertEquals(Optional.empty(), ready.catalogue());
    }

    @Test
    void pathsAreMeantFromTheFilesOwnFolder() throws IOException {
        CentreFile.Read.Ready ready = assertInstanceOf(CentreFile.Read.Ready.class, read("""
                papers: ../papers
                database-url: jdbc:postgresql://db.example/banyan
                database-user: banyan
                database-password-file: secret/password
                """));
        assertEquals(folder.resolve("../papers").normalize(), ready.settings().papers());
        assertEquals(
                new DatabaseAt.Given(
                        "jdbc:postgresql://db.example/banyan", "banyan", folder.resolve("secret/password")),
                ready.settings().database());
    }

    private CentreFile.Read read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("centre.yaml"), text);
        return CentreFile.read(file, CentreSettings.in(folder));
    }
}

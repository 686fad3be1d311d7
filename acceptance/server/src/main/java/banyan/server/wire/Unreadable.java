package banyan.server.wire;

import banyan.acceptance.Answer;
import banyan.acceptance.Refusal;
import banyan.acceptance.Request;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * What is said to a request that never gets as far as a route, because its line or its headers are no HTTP that can be understood: the same
 * problem under the same signature as every other refusal, and nothing of what was sent.
 */
final class Unreadable extends ErrorHandler {
    private final AnswerSeal seal;

    Unreadable(AnswerSeal seal) {
        this.seal = seal;
    }

    @Override
    public boolean handle(org.eclipse.jetty.server.Request request, Response response, Callback callback) {
        Reply reply = Reply.refused(Refusal.REQUEST_UNREADABLE);
        response.setStatus(reply.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, reply.mediaType());
        // Where the next request begins nobody knows; without this a client sends it to a line that is being closed.
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        response.getHeaders().put(new HttpField("Cache-Control", "no-store"));
        response.getHeaders().put(new HttpField("X-Content-Type-Options", "nosniff"));
        seal.headers(
                        reply.status(),
                        reply.body(),
                        request.getHeaders().get(Request.SIGNATURE),
                        request.getHeaders().get(Answer.NONCE))
                .forEach((name, value) -> response.getHeaders().put(new HttpField(name, value)));
        response.write(true, ByteBuffer.wrap(reply.body()), callback);
        return true;
    }
}

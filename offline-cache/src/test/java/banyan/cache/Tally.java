package banyan.cache;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Counts what is answered to the calls of many terminals, and how long each took. */
final class Tally implements Interceptor {
    private final Map<String, LongAdder> answers = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

    @Override
    public Response intercept(Chain chain) throws IOException {
        long began = System.nanoTime();
        try {
            Response response = chain.proceed(chain.request());
            count(Integer.toString(response.code()));
            nanos.add(System.nanoTime() - began);
            return response;
        } catch (IOException lost) {
            count("lost");
            throw lost;
        }
    }

    private void count(String answer) {
        answers.computeIfAbsent(answer, _ -> new LongAdder()).increment();
    }

    /** From here on. */
    void begin() {
        answers.clear();
        nanos.clear();
    }

    /** By status; {@code lost} where there was none. */
    Map<String, Long> answers() {
        Map<String, Long> sorted = new TreeMap<>();
        answers.forEach((answer, count) -> sorted.put(answer, count.sum()));
        return sorted;
    }

    /** The time within which this share of the answers came, in milliseconds. */
    double millis(double share) {
        return at(nanos.stream().sorted().toList(), share) / 1e6;
    }

    /** Of sorted numbers the one below which this share lies. */
    static double at(java.util.List<Long> sorted, double share) {
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * share));
    }
}

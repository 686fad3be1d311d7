package banyan.server.page;

import java.util.Arrays;

/** Small pages that stand by themselves: no script, no picture, nothing fetched. */
final class Html {
    private static final String STYLE = """
            body { margin: 0; background: #F7F4EC; color: #1B2925; font: 16px/1.5 'Noto Sans SC', sans-serif; }
            header { background: #0B3B33; color: #FFFFFF; padding: 16px 24px; font-weight: 700; }
            .demonstration { background: #FFF0D2; color: #7F4600; padding: 8px 24px; }
            main { max-width: 1100px; margin: 0 auto; padding: 24px; }
            .state { font-size: 28px; font-weight: 700; }
            .good { color: #0A4A3D; } .look { color: #7F4600; } .bad { color: #A3241B; }
            .card { background: #FFFFFF; border: 2px solid #DCD5C4; border-radius: 16px; padding: 24px; margin: 16px 0; }
            table { border-collapse: collapse; width: 100%; }
            th, td { text-align: left; padding: 8px 12px; border-bottom: 1px solid #DCD5C4; }
            th { color: #47534E; font-weight: 500; }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: 8px 24px; margin: 0; }
            dt { color: #47534E; } dd { margin: 0; }
            p.small { color: #47534E; font-size: 14px; }
            """;

    private Html() {}

    /** A whole page; the body is HTML already. */
    static String page(String title, String body) {
        return """
                <!doctype html>
                <html lang="zh-CN"><head><meta charset="utf-8"><title>%s</title>
                <meta name="viewport" content="width=device-width, initial-scale=1"><style>%s</style></head>
                <body><header>榕 · %s</header>
                <div class="demonstration">演示系统，数据均为虚构 · A demonstration; everybody in it is invented</div>
                <main>%s</main></body></html>
                """.formatted(escaped(title), STYLE, escaped(title), body);
    }

    /** A row of a list of terms. */
    static String term(String name, String value) {
        return "<dt>%s</dt><dd>%s</dd>\n".formatted(escaped(name), escaped(value));
    }

    /** A row of a table. */
    static String row(String cell, String... values) {
        return cells(cell, Arrays.stream(values).map(Html::escaped).toArray(String[]::new));
    }

    /** The same, of what is HTML already. */
    static String cells(String cell, String... values) {
        StringBuilder row = new StringBuilder("<tr>");
        for (String value : values) {
            row.append("<%s>%s</%s>".formatted(cell, value, cell));
        }
        return row.append("</tr>\n").toString();
    }

    /** A link within the centre. */
    static String link(String path, String words) {
        return "<a href=\"%s\">%s</a>".formatted(escaped(path), escaped(words));
    }

    /** Text as it may stand in HTML. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}

package banyan.item;

import java.util.List;
import java.util.Set;

/** Personal values with their middle covered. A value too short for its pattern is covered wholly rather than shown. */
public final class Masks {
    private static final Set<String> DOUBLE_SURNAMES = Set.of(
            "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "夏侯", "长孙", "宇文", "端木", "南宫", "独孤", "轩辕",
            "钟离", "百里", "呼延", "西门", "东郭", "公羊", "澹台", "申屠", "太史", "闻人", "濮阳", "赫连", "万俟", "鲜于");

    private static final List<String> STREETS_FIRST =
            List.of("街口", "大道", "路", "街", "巷", "弄", "街道", "镇", "乡", "村", "区", "县");

    private Masks() {}

    /** {@code 张* · 张*丰 · 欧阳**}: two characters keep the first, three the ends, longer ones and double surnames the front. */
    public static String name(String name) {
        int[] points = name.codePoints().toArray();
        int count = points.length;
        if (count < 2) {
            return "*";
        }
        if (count == 2) {
            return first(points, 1) + "*";
        }
        if (DOUBLE_SURNAMES.contains(first(points, 2))) {
            return first(points, 2) + "*".repeat(count - 2);
        }
        if (count == 3) {
            return first(points, 1) + "*" + new String(points, 2, 1);
        }
        // A name in Latin letters or with a middle dot: its first part says enough.
        int keep = Character.isIdeographic(points[0]) && Character.isIdeographic(points[1]) ? 2 : 1;
        return first(points, keep) + "**";
    }

    /** {@code 350102********1239}: place and last four. */
    public static String id(String number) {
        return ends(number, 6, 4);
    }

    /** {@code 138****2671}. */
    public static String phone(String number) {
        return ends(number, 3, 4);
    }

    /** {@code 尾号 0381}, {@code ending 0381}. */
    public static String card(String number, Language language) {
        if (number.length() < 8) {
            return "*".repeat(number.length());
        }
        var tail = number.substring(number.length() - 4);
        return switch (language) {
            case ZH_CN -> "尾号 " + tail;
            case EN -> "ending " + tail;
        };
    }

    /** {@code 福州市鼓楼区东街口***}: to the street, or to the district where no street is named, and never the house. */
    public static String address(String address) {
        for (var end : STREETS_FIRST) {
            int at = address.indexOf(end);
            if (at > 0) {
                return address.substring(0, at + end.length()) + "***";
            }
        }
        return "***";
    }

    private static String ends(String value, int front, int back) {
        int hidden = value.length() - front - back;
        if (hidden < 1) {
            return "*".repeat(value.length());
        }
        return value.substring(0, front) + "*".repeat(hidden) + value.substring(value.length() - back);
    }

    private static String first(int[] points, int count) {
        return new String(points, 0, count);
    }
}

package banyan.item;

/** Which way of serving an item needs, and thereby under which of the home page's sections it stands. */
public enum ItemKind {
    /** 申报办理: a request is filled in, sealed and sent. */
    DECLARATION,
    /** 查询打印: the centre is asked and its answer is printed. */
    QUERY_AND_PRINT
}

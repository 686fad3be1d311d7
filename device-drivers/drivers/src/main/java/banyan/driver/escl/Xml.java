package banyan.driver.escl;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * An element of an answer, found by local names: devices differ in their prefixes. Read by the JDK's parser without document types,
 * entities or anything fetched from elsewhere.
 */
final class Xml {
    private static final int LONGEST_TEXT = 400;

    /** Making one takes longer than reading a document. */
    private static final DocumentBuilder PARSER = parser();

    private final Element element;

    private Xml(Element element) {
        this.element = element;
    }

    /** The root of these bytes where its name is this one; empty for anything else. Whatever the bytes are, it ends. */
    static Optional<Xml> read(byte[] bytes, String name) {
        synchronized (PARSER) {
            try {
                Element root = PARSER.parse(new ByteArrayInputStream(bytes)).getDocumentElement();
                return Optional.of(new Xml(root)).filter(read -> read.isNamed(name));
            } catch (SAXException | IOException _) {
                return Optional.empty();
            }
        }
    }

    private static DocumentBuilder parser() {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        try {
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder parser = factory.newDocumentBuilder();
            parser.setErrorHandler(new Quiet());
            return parser;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's own parser knows all of these", e);
        }
    }

    /** Without it the parser prints what it dislikes. */
    private static final class Quiet implements ErrorHandler {
        @Override
        public void warning(SAXParseException exception) {
            // What can be read is read.
        }

        @Override
        public void error(SAXParseException exception) {
            // What can be read is read.
        }

        @Override
        public void fatalError(SAXParseException exception) throws SAXException {
            throw exception;
        }
    }

    private boolean isNamed(String name) {
        return name.equals(element.getLocalName());
    }

    /** Those of its children with this name. */
    List<Xml> all(String name) {
        List<Xml> found = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child && name.equals(child.getLocalName())) {
                found.add(new Xml(child));
            }
        }
        return found;
    }

    /** The first child on this path of names. */
    Optional<Xml> at(String... path) {
        Optional<Xml> here = Optional.of(this);
        for (String name : path) {
            here = here.flatMap(it -> it.all(name).stream().findFirst());
        }
        return here;
    }

    /** Its text, without the blanks around it. */
    String text() {
        String text = element.getTextContent().strip();
        return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    }

    /** The text at the end of this path; blank where there is none. */
    String text(String... path) {
        return at(path).map(Xml::text).orElse("");
    }

    /** The number at the end of this path, where there is one and it is sensible. */
    Optional<Integer> number(String... path) {
        String text = text(path);
        return text.matches("\\d{1,6}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }
}

import java.util.Map;

/**
 * Called with any event: writes it to the log. Yours to change.
 * Build it before you deploy: javac -d . Handler.java
 */
public class Handler {
    public Map<String, Object> handleRequest(Map<String, Object> event) {
        System.out.println(event.keySet());
        return Map.of("received", event.size());
    }
}

package chat.waddle.server.monitor;

import chat.waddle.monitor.Alert;
import chat.waddle.monitor.MonitorListener;
import chat.waddle.monitor.TickReport;
import java.util.List;

/// Several listeners as one.
record Listeners(List<MonitorListener> all) implements MonitorListener {
    Listeners {
        all = List.copyOf(all);
    }

    @Override
    public void alert(Alert alert) {
        all.forEach(listener -> listener.alert(alert));
    }

    @Override
    public void ticked(TickReport report) {
        all.forEach(listener -> listener.ticked(report));
    }
}

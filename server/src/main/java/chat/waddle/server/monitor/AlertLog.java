package chat.waddle.server.monitor;

import chat.waddle.monitor.Alert;
import chat.waddle.monitor.MonitorListener;
import chat.waddle.monitor.TickReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes alerts into the log, bad ones as warnings. Thread-safe.
final class AlertLog implements MonitorListener {
    private static final Logger LOG = LoggerFactory.getLogger(AlertLog.class);

    @Override
    public void alert(Alert alert) {
        if (alert.isBad()) {
            LOG.atWarn().addKeyValue("alert", alert.kind()).log(alert.text());
        } else {
            LOG.atInfo().addKeyValue("alert", alert.kind()).log(alert.text());
        }
    }

    @Override
    public void ticked(TickReport report) {
        LOG.atDebug()
                .addKeyValue("shards", report.shards())
                .addKeyValue("measured", report.measured())
                .addKeyValue("millis", report.took().toMillis())
                .log("Looked after all shards");
    }
}

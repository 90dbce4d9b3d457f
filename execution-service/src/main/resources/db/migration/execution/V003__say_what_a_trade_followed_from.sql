-- A trade leads back to its signal and to the candle, without asking for its entry order.
alter table trades add column signal_id text;
alter table trades add column correlation_id text;
update trades set signal_id = orders.signal_id, correlation_id = orders.correlation_id
from orders where orders.order_id = trades.entry_order_id;

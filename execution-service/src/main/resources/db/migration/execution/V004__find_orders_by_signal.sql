-- What became of a signal is asked by its page.
create index orders_by_signal on orders (signal_id);

-- Accounts from before their capital was kept: what they began with was found at the first comparison.
insert into paper_account select account, opening_cash from accounts where opening_cash is not null
on conflict do nothing;

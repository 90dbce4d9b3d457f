-- What the account at the paper broker began with: a setting that changes later is for new accounts.
create table paper_account (
    account         text primary key,
    initial_cash    numeric(18, 6) not null
);

-- Each state has a current release, and names of its own.
alter table published.releases drop constraint releases_name_key;
alter table published.releases add unique (state_fips, name), add unique (id, state_fips);

alter table published.current add column state_fips text;
update published.current c set state_fips = r.state_fips from published.releases r where r.id = c.release_id;
alter table published.current drop column only_row;
alter table published.current
  add primary key (state_fips),
  add foreign key (release_id, state_fips) references published.releases (id, state_fips);
comment on table published.current is 'One row is the release of a state that is served as current.';

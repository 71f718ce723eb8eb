-- American spelling, as everywhere else. Keys, policies and grants follow the table.

alter table collect.enrolments rename to enrollments;
alter index collect.enrolments_pkey rename to enrollments_pkey;
comment on table collect.enrollments is 'Students a district enrolls, as the coordinator knows it: what response rates are of.';

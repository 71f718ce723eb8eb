-- Homes are told by res-8 cells; those that came as res 9 keep the parent of theirs. The index holds the resolution in bits
-- 52 to 55 and three bits for each finer one, all set where there is none. The shard, a res-4 parent, stays the same.
update intake.homes
set cell = (cell & ~(15::bigint << 52) & ~((1::bigint << 21) - 1)) | (8::bigint << 52) | ((1::bigint << 21) - 1)
where (cell >> 52) & 15 = 9;

comment on column intake.homes.cell is 'H3 res 8, about 180 acres: the parent of the res-9 cell of the home.';

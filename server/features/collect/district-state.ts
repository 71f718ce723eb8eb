/** SQL fragments shared by several queries. */

/** For `d`, a row of collect.districts that may be missing. */
export const DISTRICT_STATE = `case
      when d.accepted_at is not null and d.accepted_with_notes then 'accepted_with_notes'
      when d.accepted_at is not null then 'accepted'
      when d.received_at is not null then 'received'
      when d.taken_back_at >= coalesce(d.prepared_at, d.taken_back_at) then 'taken_back'
      when d.prepared_at is not null then 'prepared'
      else 'not_started'
    end`;

/** Every district of a collection that the caller may see. @param collection SQL of its id */
export const districtsOf = (collection: string) => `
    select id as lea_id from places.places where kind = 'school_district' and left(id, 2) = places.own_state()
    union
    select lea_id from collect.districts where collection_id = ${collection}
    union
    select lea_id from collect.enrollments where collection_id = ${collection}
    union
    select current_setting('gapmap.lea_id', true) where not collect.is_coordinator()`;

/** For a lateral join with `c`, a collection. */
export const COUNTED_DISTRICTS = `
    select
      count(*)::int as total,
      count(*) filter (where state = 'prepared')::int as prepared,
      count(*) filter (where state = 'received')::int as received,
      count(*) filter (where state in ('accepted', 'accepted_with_notes'))::int as accepted
    from (
      select ${DISTRICT_STATE} as state
      from (${districtsOf('c.id')}) u
      left join collect.districts d on d.collection_id = c.id and d.lea_id = u.lea_id
      where collect.is_coordinator() or collect.is_own(u.lea_id)
    ) states`;

/** West, south, east, north of a geometry in degrees, as SQL. West exceeds east where it crosses 180 degrees (RFC 7946, 5.2). */

/** @param geometry SQL of a column or expression; never user input */
export function bboxSql(geometry: string): string {
  return `(
    select case
        when st_xmax(plain) - st_xmin(plain) <= 180 or st_xmax(going_on) - st_xmin(going_on) >= st_xmax(plain) - st_xmin(plain)
          then array[st_xmin(plain), st_ymin(plain), st_xmax(plain), st_ymax(plain)]
        else array[
          st_xmin(going_on) - case when st_xmin(going_on) > 180 then 360 else 0 end,
          st_ymin(going_on),
          st_xmax(going_on) - case when st_xmax(going_on) > 180 then 360 else 0 end,
          st_ymax(going_on)
        ]
      end
    from (select ${geometry} as plain) as given,
      lateral (select case when st_xmax(plain) - st_xmin(plain) > 180 then st_shiftlongitude(plain) end as going_on) as other
  )`;
}

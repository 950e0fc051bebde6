-- A calendar is frozen as a whole: nothing may be put in later either.
drop trigger frozen on round_instant;
create trigger frozen before insert or update or delete on round_instant
  for each row execute function refuse_frozen();

-- Public holidays (Bộ luật Lao động) with the days that replace weekends; Tết as announced for each year. Editable.
insert into calendar_day (day, name, working) values
  ('2016-01-01', 'Tết Dương lịch', false),
  ('2016-04-18', 'Nghỉ bù Giỗ Tổ Hùng Vương', false),
  ('2016-05-02', 'Nghỉ bù 30/4', false), ('2016-05-03', 'Nghỉ bù 1/5', false),
  ('2016-09-02', 'Quốc khánh', false),
  ('2017-01-02', 'Nghỉ bù Tết Dương lịch', false),
  ('2017-01-26', 'Tết Nguyên đán', false), ('2017-01-27', 'Tết Nguyên đán', false),
  ('2017-01-30', 'Tết Nguyên đán', false), ('2017-01-31', 'Tết Nguyên đán', false),
  ('2017-02-01', 'Tết Nguyên đán', false),
  ('2017-04-06', 'Giỗ Tổ Hùng Vương', false),
  ('2017-05-01', 'Quốc tế Lao động', false), ('2017-05-02', 'Nghỉ bù 30/4', false),
  ('2017-09-04', 'Nghỉ bù Quốc khánh', false),
  ('2018-01-01', 'Tết Dương lịch', false),
  ('2018-02-14', 'Tết Nguyên đán', false), ('2018-02-15', 'Tết Nguyên đán', false),
  ('2018-02-16', 'Tết Nguyên đán', false), ('2018-02-19', 'Tết Nguyên đán', false),
  ('2018-02-20', 'Tết Nguyên đán', false),
  ('2018-04-25', 'Giỗ Tổ Hùng Vương', false),
  ('2018-04-30', 'Giải phóng miền Nam', false), ('2018-05-01', 'Quốc tế Lao động', false),
  ('2018-09-03', 'Nghỉ bù Quốc khánh', false);

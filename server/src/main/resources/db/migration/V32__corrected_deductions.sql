-- After adoption a deduction, too, is corrected: added, set to another amount, or lifted; its code is then the kind of deduction.
alter table correction drop constraint correction_kind_check;
alter table correction add check (kind in ('VALUES', 'CLAIM_APPROVED', 'CLAIM_REFUSED', 'DEDUCTED', 'DEDUCTION_LIFTED'));
alter table correction add column occasion text not null default '';
alter table correction add column points numeric check (points > 0 and points <= 1000);
alter table correction add check ((kind in ('DEDUCTED', 'DEDUCTION_LIFTED')) = (occasion <> ''));
alter table correction add check ((kind = 'DEDUCTED') = (points is not null));

-- The tolerance of wrong figures (A-4), in per cent of what was claimed: within it a figure is corrected and nothing is deducted.
alter table round_deduction add column tolerance text not null default '0' check (tolerance ~ '^[0-9]{1,2}([.][0-9]{1,2})?$');

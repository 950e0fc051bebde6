-- A document of which the public is told no more than its hash (không công bố), and why; the rules
-- of refuse_item() hold for it too: until the report is sent.
alter table evidence_item add column confidential text
  check (confidential <> '' and length(confidential) <= 500);

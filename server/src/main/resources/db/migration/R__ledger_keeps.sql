-- The tables whose rows the ledger keeps account of, with the columns that are no state: counters of
-- versions, what can be told from other columns, and traces of use. Which columns the ledger says openly
-- each module declares (thangdiem.audit.Keeps). A table is named here or, with its reason, in
-- KeptTablesTest. Run again whenever this file changes.
select keep_in_ledger('org_unit', ignoring => '{version,folded}');
select keep_in_ledger('org_unit_former_name');
select keep_in_ledger('org_unit_former_parent');
select keep_in_ledger('org_unit_succession');
select keep_in_ledger('ranking_group');
select keep_in_ledger('account', ignoring => '{version,last_sign_in,totp_last_step}');
select keep_in_ledger('account_role');
select keep_in_ledger('invitation', ignoring => '{mail}');
select keep_in_ledger('external_identity');
select keep_in_ledger('recovery_code', ignoring => '{used_at}');
select keep_in_ledger('user_entities');
select keep_in_ledger('user_credentials', ignoring => '{signature_count,uv_initialized,backup_state,attestation_object,attestation_client_data_json,last_used}');
select keep_in_ledger('round', ignoring => '{version}');
select keep_in_ledger('round_instant');
select keep_in_ledger('round_deduction');
select keep_in_ledger('round_unit');
select keep_in_ledger('round_extension');
select keep_in_ledger('extension_proposal');
select keep_in_ledger('calendar_day');
select keep_in_ledger('nudge', ignoring => '{email}');
select keep_in_ledger('answer', ignoring => '{version}');
select keep_in_ledger('round_result');
select keep_in_ledger('not_applicable_claim');
select keep_in_ledger('section_assignment');
select keep_in_ledger('answer_comment');
select keep_in_ledger('comment_mention');
select keep_in_ledger('report_handover');
select keep_in_ledger('submission');
select keep_in_ledger('evidence_item', ignoring => '{version}');
select keep_in_ledger('evidence_citation');
select keep_in_ledger('collection', ignoring => '{version}');
select keep_in_ledger('collection_fact');
select keep_in_ledger('collection_sheet');
select keep_in_ledger('collection_answer', ignoring => '{version}');
select keep_in_ledger('collection_correction');
select keep_in_ledger('verification_task');
select keep_in_ledger('finding', ignoring => '{seq}');
select keep_in_ledger('finding_fact');
select keep_in_ledger('supplement', ignoring => '{seq}');
select keep_in_ledger('deduction_capture', ignoring => '{bytes}');
select keep_in_ledger('deduction');
select keep_in_ledger('deduction_step');

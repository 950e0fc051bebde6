package thangdiem.verification;

/** Why something is found other than claimed (lý do), as lists offer it; words go with each. */
public enum Ground {
  DIFFERS_FROM_EVIDENCE,
  NO_EVIDENCE,
  EVIDENCE_OUT_OF_PERIOD,
  EVIDENCE_UNREADABLE,
  COUNTED_OTHERWISE,
  NOT_WHAT_IS_ASKED,
  MEASURED_ON_THE_SPOT,
  EXPLANATION_ACCEPTED,
  OTHER
}

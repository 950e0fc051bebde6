package thangdiem.council;

import java.util.List;
import thangdiem.ranking.Standings;

/**
 * The units of a round as the council leaves them, and how they stand by that (thứ hạng đến lúc
 * này).
 *
 * @param standings of the units, in their order
 */
public record RankedUnits(List<CouncilUnit> units, Standings standings) {}

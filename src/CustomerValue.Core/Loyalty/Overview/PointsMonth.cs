using NodaTime;

namespace CustomerValue.Loyalty.Overview;

/// <summary>What came and went in a civil month of the programme's zone, in units of the wallet.</summary>
/// <param name="Month">The first day of the month.</param>
/// <param name="Earned">Granted by rules, by adjustment or from another system.</param>
/// <param name="Redeemed">Spent, less what came back from redemptions that were undone; below 0 where more came back.</param>
/// <param name="Expired">Expired.</param>
/// <param name="TakenBack">Taken back, paid for debts or taken off by hand; what only went to another member or lot is not in it.</param>
public sealed record PointsMonth(LocalDate Month, long Earned, long Redeemed, long Expired, long TakenBack);

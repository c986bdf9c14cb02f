namespace CustomerValue.Segmentation.Rfm;

/// <summary>Ready-made maps from scores to segments.</summary>
public static class RfmSegmentMaps
{
    /// <summary>The usual eleven segments for five scores a dimension, from champions to lost; found alike in many handbooks and CRM products.</summary>
    public static RfmSegmentMap Standard { get; } = RfmSegmentMap.Exact(new RfmScores(5, 5, 5),
    [
        new(RfmSegments.Champions, "555 554 545 544 455 454 445"),
        new(RfmSegments.Loyal, "543 444 435 355 354 345 344 335"),
        new(RfmSegments.PotentialLoyalist, "553 552 551 542 541 533 532 531 453 452 451 442 441 433 432 431 423 353 352 351 342 341 333 323"),
        new(RfmSegments.NewCustomers, "512 511 422 421 412 411 311"),
        new(RfmSegments.Promising, "525 524 523 522 521 515 514 513 425 424 415 414 413 315 314 313"),
        new(RfmSegments.NeedAttention, "535 534 443 434 343 334 325 324"),
        new(RfmSegments.AboutToSleep, "331 321 312 251 241 231 221 213"),
        new(RfmSegments.AtRisk, "255 254 253 252 245 244 243 242 235 234 225 224 153 152 145 143 142 135 134 133 125 124"),
        new(RfmSegments.CannotLose, "215 214 155 154 144 115 114 113"),
        new(RfmSegments.Hibernating, "332 322 233 232 223 222 212 211 132 123 122"),
        new(RfmSegments.Lost, "151 141 131 121 112 111"),
    ]);

    /// <summary>
    /// The ten rules of R's package <c>rfm</c> for five scores a dimension, the first match deciding; "others" are the codes that no rule holds.
    /// Its "Loyal Customers" are <c>loyal</c> here and its "Can't Lose Them" <c>cannot-lose</c>. Source: rsquaredacademy/rfm 0.3.0.
    /// </summary>
    public static RfmSegmentMap RPackage { get; } = RfmSegmentMap.FirstMatch(new RfmScores(5, 5, 5),
    [
        Box(RfmSegments.Champions, 5, 5, 5, 5, 5, 5),
        Box(RfmSegments.PotentialLoyalist, 3, 5, 3, 5, 2, 5),
        Box(RfmSegments.Loyal, 2, 4, 2, 4, 2, 4),
        Box(RfmSegments.Promising, 3, 4, 1, 3, 3, 5),
        Box(RfmSegments.NewCustomers, 4, 5, 1, 3, 1, 5),
        Box(RfmSegments.CannotLose, 1, 2, 3, 4, 4, 5),
        Box(RfmSegments.AtRisk, 1, 2, 2, 5, 4, 5),
        Box(RfmSegments.NeedAttention, 1, 3, 3, 5, 3, 5),
        Box(RfmSegments.AboutToSleep, 2, 3, 1, 3, 1, 4),
        Box(RfmSegments.Lost, 1, 1, 1, 5, 1, 5),
    ], RfmSegments.Others);

    /// <summary>The eight segments by high or low recency, frequency and money that Chinese retailers use (重要价值客户 … 一般挽留客户); fits any number of scores.</summary>
    public static RfmSegmentMap Eight { get; } = RfmSegmentMap.OfHalves(
    [
        new(RfmSegments.ImportantValue, "222"),
        new(RfmSegments.ImportantDevelop, "212"),
        new(RfmSegments.ImportantKeep, "122"),
        new(RfmSegments.ImportantWinBack, "112"),
        new(RfmSegments.OrdinaryValue, "221"),
        new(RfmSegments.OrdinaryDevelop, "211"),
        new(RfmSegments.OrdinaryKeep, "121"),
        new(RfmSegments.OrdinaryWinBack, "111"),
    ]);

    private static RfmSegmentRule Box(Segment segment, int recency, int toRecency, int frequency, int toFrequency, int monetary, int toMonetary)
        => new(segment, new RfmBox(new RfmScores(recency, frequency, monetary), new RfmScores(toRecency, toFrequency, toMonetary)));
}

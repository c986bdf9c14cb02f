using System.Reflection;

namespace CustomerValue.Tests.DesignRules;

/// <summary>Rooms use only the rooms below them: docs/decisions/0001-the-house.md.</summary>
public sealed class RoomTests
{
    private static readonly Dictionary<string, string[]> RoomsBelow = new()
    {
        ["Appraisal"] = ["Segmentation", "LifetimeValue", "Contribution", "Lifecycle", "PotentialValue", "InfluenceValue", "Customers", "Labels", "Validation", "Numerics"],
        ["Simulation"] = ["LifetimeValue", "Customers", "Labels", "Validation", "Numerics"],
        ["Segmentation"] = ["Customers", "Labels", "Validation", "Numerics"],
        ["LifetimeValue"] = ["Customers", "Labels", "Validation", "Numerics"],
        ["InfluenceValue"] = ["Customers", "Labels", "Validation", "Numerics"],
        ["Lifecycle"] = ["Customers", "Labels", "Validation", "Numerics"],
        ["Loyalty"] = ["Customers", "Labels", "Validation", "Numerics"],
        ["Contribution"] = ["Customers", "Labels", "Validation", "Numerics"],
        ["PotentialValue"] = ["Customers", "Labels", "Validation", "Numerics"],
        ["Customers"] = ["Labels", "Validation", "Numerics"],
        ["Labels"] = [],
        ["Validation"] = [],
        ["Numerics"] = [],
    };

    /// <summary>Which folders of LifetimeValue a folder may use beside the room itself: what several models share, never each other. The room itself knows none of them.</summary>
    private static readonly Dictionary<string, string[]> FoldersBelow = new()
    {
        ["BgNbd"] = ["BetaGeometric"],
        ["Covariates"] = ["BetaGeometric", "BgNbd", "GammaGamma", "GgomNbd", "MbgNbd", "ParetoNbd"],
        ["Choice"] = ["Diagnostics"],
        ["Updating"] = ["Diagnostics", "Uncertainty"],
        ["MbgNbd"] = ["BetaGeometric"],
        ["BgBb"] = ["DiscreteTime"],
        ["ShiftedBetaGeometric"] = ["DiscreteTime"],
        ["Nbd"] = ["BetaGeometric"],
        ["ParetoNbdCorrelated"] = ["ParetoNbd"],
        ["ErlangBetaGeometric"] = ["BetaGeometric"],
        ["BgCnbdK"] = ["ErlangBetaGeometric"],
        ["MbgCnbdK"] = ["ErlangBetaGeometric"],
        ["Regularity"] = ["ErlangBetaGeometric"],
        ["ParetoNbdHb"] = ["HierarchicalBayes", "ParetoNbd"],
        ["ParetoNbdAbe"] = ["HierarchicalBayes"],
        ["ParetoGgg"] = ["HierarchicalBayes"],
        ["ParetoNbd"] = ["BetaGeometric"],
    };

    /// <summary>The same for Segmentation: strategies never use each other, but for what is made to be shared.</summary>
    private static readonly Dictionary<string, string[]> StrategiesBelow = new()
    {
        ["Behavioral"] = ["Rules"],
        ["LatentClasses"] = ["Clustering"],
        ["Psychographic"] = ["Clustering"],
        ["Evaluation"] = ["Clustering", "Rules"],
    };

    private static readonly (Type From, Type To)[] Uses =
    [
        .. CodeReader.Read(House.Core).SelectMany(owner => owner.OfType<Type>().Select(House.Outermost).Distinct().Select(used => (From: owner.Key, To: used)))
            .Where(use => use.From != use.To && House.Place(use.From) is not null && House.Place(use.To) is not null),
    ];

    [Fact]
    public void Every_type_is_in_a_room_with_a_place() =>
        Breaches.None(House.Core.GetTypes().Where(type => House.Place(type) is not null && !RoomsBelow.ContainsKey(Room(type))).Select(type => type.FullName));

    [Fact]
    public void A_room_uses_only_rooms_below_it() =>
        Breaches.None(Uses.Where(use => Room(use.From) != Room(use.To) && !RoomsBelow.GetValueOrDefault(Room(use.From), []).Contains(Room(use.To))).Select(use => $"{use.From} uses {use.To}"));

    [Fact]
    public void Models_of_lifetime_value_never_use_each_other() => Breaches.None(BreachesWithin("LifetimeValue", FoldersBelow));

    [Fact]
    public void Strategies_of_segmentation_never_use_each_other() => Breaches.None(BreachesWithin("Segmentation", StrategiesBelow));

    /// <summary>A reader that saw nothing would find no breach: these uses are in a signature, in a body, and in a lambda, whose body the compiler puts elsewhere.</summary>
    [Theory]
    [InlineData("Appraisal.CustomerAppraisal", "LifetimeValue.FitReport")]
    [InlineData("LifetimeValue.MbgNbd.MbgNbdEstimator", "LifetimeValue.BetaGeometric.BetaGeometricFit")]
    [InlineData("LifetimeValue.MbgNbd.MbgNbdEstimator", "LifetimeValue.MbgNbd.MbgNbdModel")]
    public void The_reader_sees_what_is_used(string from, string to) => Assert.Contains(Uses, use => use.From.FullName == "CustomerValue." + from && use.To.FullName == "CustomerValue." + to);

    private static IEnumerable<string> BreachesWithin(string room, Dictionary<string, string[]> below) =>
        Uses.Where(use => Room(use.From) == room && Room(use.To) == room && Folder(use.From) != Folder(use.To) && !MayUse(below, Folder(use.From), Folder(use.To))).Select(use => $"{use.From} uses {use.To}");

    private static bool MayUse(Dictionary<string, string[]> below, string from, string to) => from.Length > 0 && (to.Length == 0 || below.GetValueOrDefault(from, []).Contains(to));

    private static string Room(Type type) => House.Place(type)!.FirstOrDefault() ?? "";

    private static string Folder(Type type) => House.Place(type)!.ElementAtOrDefault(1) ?? "";
}

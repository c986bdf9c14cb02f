using System.Globalization;
using CustomerValue.Customers;
using CustomerValue.Simulation;
using NodaTime;
using NodaTime.Text;

namespace CustomerValue.Tests.Simulation;

public class ProfileTests
{
    private static readonly SimulatedRetailer retailer = Retailers.Standard;

    [Fact]
    public void Ids_are_ordered_and_aligned_with_the_truth()
    {
        Assert.Equal(retailer.Truth.Select(truth => truth.Customer), retailer.Profiles.Select(profile => profile.Customer));
        Assert.Equal(retailer.Profiles.Select(profile => profile.Customer).Order(), retailer.Profiles.Select(profile => profile.Customer));
    }

    [Fact]
    public void About_four_in_a_hundred_are_prospects() => Assert.InRange(retailer.Truth.Count(truth => truth.IsProspect), 150, 250);

    [Theory]
    [InlineData(SimulatedAttributes.Gender, "female male")]
    [InlineData(SimulatedAttributes.Education, "bachelor college postgraduate primary secondary")]
    [InlineData(SimulatedAttributes.Occupation, "clerk manager professional retired self-employed student worker")]
    [InlineData(SimulatedAttributes.Source, "advertisement referral search social store")]
    [InlineData(SimulatedAttributes.Province, "Guangdong Jiangsu Shanghai Sichuan Zhejiang")]
    [InlineData(SimulatedAttributes.HouseholdSize, "1 2 3 4 5 6 7")]
    [InlineData(SimulatedAttributes.Satisfaction, "0 1 10 2 3 4 5 6 7 8 9")]
    public void Every_value_occurs_and_no_other(string attribute, string values) =>
        Assert.Equal(values.Split(' '), Values(attribute).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(SimulatedAttributes.Gender, 0.03)]
    [InlineData(SimulatedAttributes.BirthDate, 0.02)]
    [InlineData(SimulatedAttributes.Income, 0.06)]
    [InlineData(SimulatedAttributes.Education, 0)]
    public void Some_did_not_tell(string attribute, double missing) =>
        Assert.InRange(1 - (Values(attribute).Count() / (double)retailer.Profiles.Count), 0.7 * missing, 1.3 * missing);

    [Fact]
    public void Ages_and_incomes_are_plausible()
    {
        Assert.All(Values(SimulatedAttributes.BirthDate), text =>
            Assert.InRange(Period.Between(LocalDatePattern.Iso.Parse(text).Value, retailer.Options.FirstDay, PeriodUnits.Years).Years, 15, 85));
        double[] incomes = Values(SimulatedAttributes.Income).Select(text => double.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        Assert.InRange(incomes.Min(), 12_000, 50_000);
        Assert.InRange(incomes.Average(), 60_000, 120_000);
        Assert.InRange(incomes.Max(), 200_000, 2_000_000);
    }

    [Fact]
    public void Places_form_a_tree_with_coordinates_near_their_district()
    {
        // A community lies in one district, a district in one city, a city in one province.
        Dictionary<string, string> parents = [];
        string[] levels = [SimulatedAttributes.Country, SimulatedAttributes.Province, SimulatedAttributes.City, SimulatedAttributes.District, SimulatedAttributes.Community];
        foreach (CustomerProfile profile in retailer.Profiles)
        {
            for (int level = 1; level < levels.Length; level++)
            {
                string child = levels[level] + "/" + profile.Attributes[levels[level]];
                string parent = profile.Attributes[levels[level - 1]];
                Assert.Equal(parent, parents.TryGetValue(child, out string? known) ? known : parents[child] = parent);
            }
        }

        foreach (IGrouping<string, CustomerProfile> district in retailer.Profiles.GroupBy(profile => profile.Attributes[SimulatedAttributes.District]))
        {
            foreach (string axis in new[] { SimulatedAttributes.Latitude, SimulatedAttributes.Longitude })
            {
                double[] degrees = district.Select(profile => double.Parse(profile.Attributes[axis], CultureInfo.InvariantCulture)).ToArray();
                Assert.InRange(degrees.Max() - degrees.Min(), 0.001, 0.08);
            }
        }

        Assert.Equal(64, retailer.Profiles.Select(profile => profile.Attributes[SimulatedAttributes.Community]).Distinct().Count());
    }

    [Fact]
    public void What_can_be_seen_says_something_of_what_can_not()
    {
        (SimulatedTruth Truth, CustomerProfile Profile)[] told = retailer.Truth.Zip(retailer.Profiles)
            .Where(pair => pair.Second.Attributes.ContainsKey(SimulatedAttributes.Income) && pair.Second.Attributes.ContainsKey(SimulatedAttributes.Satisfaction))
            .ToArray();
        double[] Number(string attribute) => told.Select(pair => double.Parse(pair.Profile.Attributes[attribute], CultureInfo.InvariantCulture)).ToArray();
        Assert.InRange(Z.Correlation(told.Select(pair => Math.Log(pair.Truth.Wallet)), Number(SimulatedAttributes.Income)), 0.3, 0.9);
        Assert.InRange(Z.Correlation(told.Select(pair => pair.Truth.DropoutProbability), Number(SimulatedAttributes.Satisfaction)), -0.6, -0.3);
        Assert.InRange(Z.Correlation(told.Select(pair => pair.Truth.QualityOrientation), told.Select(pair => Math.Log(pair.Truth.MeanSpend))), 0.3, 0.6);
    }

    [Fact]
    public void Wallets_hold_more_than_the_yearly_spend() =>
        Assert.All(retailer.Truth, truth => Assert.True(truth.Wallet >= truth.PurchaseRate * TimeUnit.Week.PerYear() * truth.MeanSpend));

    private static IEnumerable<string> Values(string attribute) =>
        retailer.Profiles.Where(profile => profile.Attributes.ContainsKey(attribute)).Select(profile => profile.Attributes[attribute]);
}

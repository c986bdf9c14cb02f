using CustomerValue.Customers;
using CustomerValue.Data;
using CustomerValue.Tests;
using CustomerValue.Validation;

namespace CustomerValue.Tool.Tests.Data;

public sealed class CustomerReaderTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_column_but_the_id_is_an_attribute_and_empty_ones_are_missing()
    {
        IReadOnlyList<CustomerProfile> profiles = CustomerReader.Read(folder.Text("c.csv", "\uFEFFID;Income;City\n7; 100 ;\"Basel; CH\"\n8;;\n"));
        Assert.Equal([new("7"), new("8")], profiles.Select(profile => profile.Customer));
        Assert.Equal(new Dictionary<string, string> { ["Income"] = "100", ["City"] = "Basel; CH" }, profiles[0].Attributes);
        Assert.Empty(profiles[1].Attributes);
    }

    [Fact]
    public void A_customer_named_twice_is_refused_with_both_rows()
    {
        DataRejectedException refusal = Assert.Throws<DataRejectedException>(() => CustomerReader.Read(folder.Text("c.csv", "key,x\na,1\n,2\nb\na,3\n"), "KEY"));
        Assert.Equal([3L, 4L, 5L], refusal.Problems.Select(problem => problem.Row!.Value));
        Assert.Contains("'a' is in row 2 already", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name,x\na,1\n", null, "map it")]
    [InlineData("customer,x\na,1\n", "nobody", "is no column")]
    [InlineData("customer,x\n", null, "no rows")]
    public void Without_ids_or_rows_it_is_refused(string text, string? column, string message) =>
        Assert.Contains(message, Assert.Throws<DataRejectedException>(() => CustomerReader.Read(folder.Text("c.csv", text), column)).Message, StringComparison.OrdinalIgnoreCase);

    [SkippableFact]
    public void AdventureWorks_has_18484_customers()
    {
        IReadOnlyList<CustomerProfile> profiles = CustomerReader.Read(TableSource.File(SharedData.Path("data/adventureworksdw/DimCustomer.csv.gz")));
        Assert.Equal(18_484, profiles.Count);
        Assert.Equal("Professional", profiles.First(profile => profile.Customer.Value == "11000").Attributes["EnglishOccupation"]);
    }

    [SkippableFact]
    public void Marketing_campaign_has_2240_customers_and_24_incomes_missing()
    {
        IReadOnlyList<CustomerProfile> profiles = CustomerReader.Read(TableSource.File(SharedData.Path("data/marketing_campaign/marketing_campaign.csv")));
        Assert.Equal(2_240, profiles.Count);
        Assert.Equal(24, profiles.Count(profile => !profile.Attributes.ContainsKey("Income")));
    }
}

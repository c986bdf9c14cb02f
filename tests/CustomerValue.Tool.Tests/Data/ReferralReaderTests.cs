using CustomerValue.Customers;
using CustomerValue.Data;
using CustomerValue.InfluenceValue.Referrals;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Tool.Tests.Data;

public sealed class ReferralReaderTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Links_are_read_with_all_that_is_known_of_them()
    {
        const string text = "inviter,invitee,referral_date,type_one_probability,reward,saved_cost\nA,B,2024-01-02,0.4,10.5,30\nB,'=C,2024-02-03,,,\n";
        foreach (TableSource source in new[] { folder.Text("r.csv", text), folder.Gzip("r.csv.gz", text), folder.Parquet("r.parquet", "SELECT 'A' AS inviter, 'B' AS invitee, DATE '2024-01-02' AS referral_date, 0.4 AS type_one_probability, 10.5 AS reward, 30 AS saved_cost UNION ALL SELECT 'B', '=C', DATE '2024-02-03', NULL, NULL, NULL") })
        {
            ReferralNetwork network = ReferralReader.Read(source);
            Assert.Equal(["=C", "A", "B"], network.Customers.ToArray().Select(customer => customer.Value));
            Assert.Equal([new LocalDate(2024, 2, 3), null, new LocalDate(2024, 1, 2)], Enumerable.Range(0, 3).Select(network.ReferredOn));
            ReferralLedger ledger = ReferralLedger.Of(network, [new ReferredMargin { Customer = new("B"), Day = new(2024, 3, 1), Margin = 100 }], new ReferralLedgerOptions { CausalShare = 0.2m });
            Assert.Equal((40m, 30m, 10.5m), (ledger.Credit[1], ledger.SavedAcquisitionCost[1], ledger.RewardsPaid[1]));
        }
    }

    [Theory]
    [InlineData("referrer,referee,date\nA,B,2024-01-01\nB,B,2024-01-01\n", "row 3, referee: 'B' ")]
    [InlineData("referrer,referee,date\nA,B,2024-01-01\nC,B,2024-01-01\n", "row 3, referee: 'B' was brought in row 2 already")]
    [InlineData("referrer,referee,date\nX,Y,2024-01-01\nB,A,2024-01-01\nA,B,2024-01-01\n", "row 3, referee: 'A' is in a cycle: 'A' was brought by 'B'")]
    [InlineData("referrer,referee,date,p1\nA,B,2024-01-01,1.5\n", "row 2, type-one probability: '1.5' is not in [0, 1]")]
    [InlineData("referrer,referee,date,reward\nA,B,2024-01-01,-1\n", "row 2, reward: '-1' ")]
    [InlineData("referrer,referee,date\nA,B,yesterday\n", "row 2, date: 'yesterday' is no date")]
    [InlineData("referrer,referee,date\n,B,2024-01-01\n", "row 2, referrer: '' is no key")]
    [InlineData("referrer,date\nA,2024-01-01\n", "referee: is in no column")]
    [InlineData("referrer,referee\nA,B\n", "date: is in no column")]
    public void What_is_no_forest_of_links_is_told_with_its_row(string text, string message) =>
        Assert.Contains(message, Assert.Throws<DataRejectedException>(() => ReferralReader.Read(folder.Text("r.csv", text))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_link_to_an_unknown_customer_is_refused_where_all_are_known()
    {
        TableSource source = folder.Text("r.csv", "referrer,referee\nA,B\n\nB,C\n");
        CustomerId[] all = [new("A"), new("B")];
        Assert.Contains("r.csv, row 4, referee: 'C' is not among the customers", Assert.Throws<DataRejectedException>(() => ReferralReader.Read(source, customers: all, datesRequired: false)).Message, StringComparison.Ordinal);
        Assert.Equal(ReferralReader.Always, ReferralReader.Read(source, datesRequired: false).ReferredOn(2));
    }

    [Fact]
    public void Margins_are_read_as_often_as_they_are_given()
    {
        TableSource source = folder.Text("m.csv", "customer,date,margin\nA,2024-01-01,5.25\nA,2024-01-01,-1\n");
        Assert.Equal([(5.25m, new LocalDate(2024, 1, 1)), (-1m, new LocalDate(2024, 1, 1))], MarginReader.Read(source).Select(margin => (margin.Margin, margin.Day)));
        Assert.Equal(MarginReader.Last, MarginReader.Read(folder.Text("n.csv", "id,profit\nA,5\n"), datesRequired: false)[0].Day);
        Assert.Contains("row 3, margin: '2e12' is beyond", Assert.Throws<DataRejectedException>(() => MarginReader.Read(folder.Text("b.csv", "id,margin\nA,5\nB,2e12\n"), datesRequired: false)).Message, StringComparison.Ordinal);
    }
}

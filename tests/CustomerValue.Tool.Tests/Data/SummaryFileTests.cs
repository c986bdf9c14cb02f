using CustomerValue.Customers;
using CustomerValue.Data;
using CustomerValue.Tests;
using CustomerValue.Validation;

namespace CustomerValue.Tool.Tests.Data;

public sealed class SummaryFileTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Summaries_read_back_to_the_last_bit_with_every_key()
    {
        CustomerId[] customers = [.. new[] { "=1+1", "'=1+1", "''-x", "'plain", "-5", "+8613800000000", "@me", "a,\"b\"", "客户", "-" }.Select(key => new CustomerId(key))];
        Random random = new(5);
        double[] Numbers(double scale) => [.. customers.Select(_ => random.NextDouble() * scale)];
        SummaryColumns columns = new(TimeUnit.Week, [.. customers.Select((_, row) => row + 1)], Numbers(1), [.. Numbers(1).Select(age => 1 + age / 3)], Numbers(1e9), customers);
        HoldoutColumns holdout = new(39d / 7, [.. customers.Select((_, row) => row)], Numbers(1e-9));
        string path = folder.At("SUMMARY.csv");
        OutputFile.WriteCsv(path, writer => SummaryWriter.Write(writer, columns, holdout));

        SummaryTable read = SummaryReader.Read(TableSource.File(path), TimeUnit.Week);
        Assert.StartsWith("customer,frequency,recency,age,spend,holdout_frequency,holdout_spend,holdout_length\n'=1+1,1,", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Equal(customers, read.Columns.Customers.ToArray());
        Assert.Equal(columns.Frequency.ToArray(), read.Columns.Frequency.ToArray());
        Assert.Equal(columns.Recency.ToArray(), read.Columns.Recency.ToArray());
        Assert.Equal(columns.Age.ToArray(), read.Columns.Age.ToArray());
        Assert.Equal(columns.Spend.ToArray(), read.Columns.Spend.ToArray());
        Assert.Equal(holdout.Length, read.Holdout!.Length);
        Assert.Equal(holdout.Frequency.ToArray(), read.Holdout.Frequency.ToArray());
        Assert.Equal(holdout.Spend.ToArray(), read.Holdout.Spend.ToArray());
        Assert.Null(read.Weights);
    }

    [Fact]
    public void Sums_of_logs_follow_spend_and_one_that_is_unknown_is_an_empty_field()
    {
        SummaryColumns columns = new(TimeUnit.Week, [2, 1, 0], [3, 1, 0], [4, 4, 4], [5, 0, 0], logGaps: [0.1 + 0.2, -1.5, 0], logSpend: [3.2, double.NaN, 0]);
        string path = folder.At("SUMMARY.csv");
        OutputFile.WriteCsv(path, writer => SummaryWriter.Write(writer, columns, new(13, [1, 0, 0], [2, 0, 0])));

        string[] rows = File.ReadAllLines(path);
        Assert.Equal("frequency,recency,age,spend,log_gaps,log_spend,holdout_frequency,holdout_spend,holdout_length", rows[0]);
        Assert.Equal("1,1,4,0,-1.5,,0,0,13", rows[2]);
        SummaryColumns read = SummaryReader.Read(TableSource.File(path), TimeUnit.Week).Columns;
        Assert.Equal(columns.LogGaps.ToArray(), read.LogGaps.ToArray());
        Assert.Equal(columns.LogSpend.ToArray(), read.LogSpend.ToArray());
    }

    [Fact]
    public void Bad_sums_of_logs_are_told_with_row_and_column()
    {
        TableSource source = folder.Text("s.csv", "frequency,recency,age,log_gaps,log_spend\n1,2,3,0.5,1\n1,2,3,NaN,1\n1,2,3,1e999,x\n0,0,3,0.5,0\n");
        DataRejectedException refusal = Assert.Throws<DataRejectedException>(() => SummaryReader.Read(source, TimeUnit.Week));
        Assert.Equal([(3L, "log_gaps"), (4L, "log_gaps"), (4L, "log_spend"), (5L, "log_gaps")], refusal.Problems.Select(problem => (problem.Row!.Value, problem.Field)));
    }

    [Fact]
    public void Every_problem_is_told_at_once_with_the_row_of_the_file()
    {
        TableSource source = folder.Text("s.csv", "customer,frequency,recency,age,spend\na,1,2,3,4\n\nb,1.5,2,3,4\nc,-1,2,3,4\nf,1,5,3,4\nc,1,1,3,NaN\na,1,1,3,4\nd,1,1e999,3,4\ne,1,1,3\n");
        DataRejectedException refusal = Assert.Throws<DataRejectedException>(() => SummaryReader.Read(source, TimeUnit.Week));
        Assert.Equal(
            [(4L, "frequency"), (5L, "frequency"), (7L, "customer"), (7L, "spend"), (8L, "customer"), (9L, "recency"), (10L, null), (6L, "recency")],
            refusal.Problems.Select(problem => (problem.Row!.Value, problem.Field)));
        Assert.All(refusal.Problems, problem => Assert.Equal(source.Name, problem.Source));
    }

    [Theory]
    [InlineData("frequency,recency\n1,2\n", "age")]
    [InlineData("frequency,recency,age,holdout_frequency\n1,2,3,1\n", "in part")]
    [InlineData("frequency,recency,age,holdout_frequency,holdout_spend,holdout_length\n1,2,3,1,1,5\n1,2,3,1,1,6\n", "same time")]
    public void Missing_or_contradicting_columns_are_refused(string text, string message) =>
        Assert.Contains(message, Assert.Throws<DataRejectedException>(() => SummaryReader.Read(folder.Text("s.csv", text), TimeUnit.Week)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_column_of_weights_must_be_there_and_not_below_0()
    {
        TableSource source = folder.Text("s.csv", "frequency,recency,age,n,bad\n1,2,3,4.5,-1\n");
        Assert.Equal([4.5], SummaryReader.Read(source, TimeUnit.Month, "n").Weights);
        Assert.Throws<DataRejectedException>(() => SummaryReader.Read(source, TimeUnit.Month, "bad"));
        Assert.Throws<DataRejectedException>(() => SummaryReader.Read(source, TimeUnit.Month, "none"));
    }

    [SkippableTheory]
    [InlineData("data/cdnow/cdnow_customers_summary_with_transactions.csv", 2357, true)]
    [InlineData("data/cdnow/cdnow_customers_summary.csv", 2357, false)]
    [InlineData("reference/lifetime/rfm_lifetimes_cal_holdout.csv", 2357, true)]
    public void Summaries_of_other_tools_are_recognised(string file, int customers, bool hasSpend)
    {
        SummaryTable read = SummaryReader.Read(TableSource.File(SharedData.Path(file)), TimeUnit.Week);
        Assert.Equal(customers, read.Columns.Count);
        Assert.Equal(hasSpend, read.Columns.HasSpend);
        Assert.Equal(file.Contains("holdout", StringComparison.Ordinal), read.Holdout is not null);
    }

    [SkippableFact]
    public void Donations_are_22_cells_of_11104_donors()
    {
        SummaryTable read = SummaryReader.Read(TableSource.File(SharedData.Path("data/donations/donations.csv")), TimeUnit.Day, "weights");
        Assert.Equal(22, read.Columns.Count);
        Assert.Equal(11_104, read.Weights!.Sum());
    }
}

using CustomerValue.Customers;
using CustomerValue.Data;
using CustomerValue.Tests;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Tool.Tests.Data;

public sealed class PurchaseReaderTests : IDisposable
{
    private const string Small = "customer,date,amount\nb,2024-01-02,5\na,2024-01-01,10.25\nb,20240105,-1e0\n";
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_csv_file_becomes_summaries()
    {
        PurchaseReadResult read = PurchaseReader.Read([folder.Text("p.csv", Small)]);
        PurchaseSummaries summaries = read.Builder.Build(ObservationWindow.Through(new(2024, 1, 31)), TimeUnit.Day);
        Assert.Equal(3, read.Rows);
        Assert.Equal(0, read.SkippedRows);
        Assert.Empty(read.Problems);
        Assert.Equal(["a", "b"], summaries.Columns.Customers.ToArray().Select(customer => customer.Value));
        Assert.Equal([10.25m, 4m], summaries.Revenue.ToArray());
        Assert.Equal(Currency.None, summaries.Currency);
    }

    [Theory]
    [InlineData("customer;date;amount\nx;2024-01-01;1\n")]
    [InlineData("customer\tdate\tamount\r\nx\t2024-01-01\t1\r\n")]
    [InlineData("customer|date|amount\nx|2024-01-01|1")]
    [InlineData("\uFEFFcustomer,date,amount\r\n\r\nx,2024-01-01,1\r\n\r\n")]
    [InlineData("\"customer\",\"date\",\"amount\"\n\"x\",\"2024-01-01\",\"1\"")]
    [InlineData(" Customer , DATE,Amount\n x , 2024-01-01 , 1 \n")]
    [InlineData("note,Customer_ID,Order Date,sales-amount\n\"two\nlines, and \"\"quotes\"\"\",x,2024-01-01,1\n")]
    [InlineData("a;b,customer,date,amount\n;,x,2024-01-01,1\n")]
    public void Delimiters_quotes_marks_and_names_are_recognised(string text)
    {
        PurchaseReadResult read = PurchaseReader.Read([folder.Text("p.csv", text)]);
        Assert.Equal(1, read.Rows);
        Assert.Equal("x", read.Builder.Customers[0]);
        Assert.Equal(new LocalDate(2024, 1, 1), read.Builder.FirstDate);
    }

    [Fact]
    public void Csv_gzip_parquet_and_queries_say_the_same()
    {
        folder.Text("p.csv", Small);
        string path = folder.At("p.csv");
        TableSource[] sources =
        [
            TableSource.File(path),
            folder.Gzip("p.csv.gz", Small),
            folder.Parquet("text.parquet", $"SELECT * FROM read_csv('{path}', all_varchar = true)"),
            folder.Parquet("typed.parquet", "SELECT * FROM (VALUES ('b', DATE '2024-01-02', 5::DOUBLE), ('a', DATE '2024-01-01', 10.25), ('b', DATE '2024-01-05', -1)) t(customer, date, amount)"),
            TableSource.Query($"SELECT customer, date, amount FROM read_csv('{path}', all_varchar = true) -- as it is"),
            TableSource.Query("SELECT * FROM bought;", folder.Database("shop.duckdb", $"CREATE TABLE bought AS SELECT * FROM read_csv('{path}', all_varchar = true)")),
        ];
        Assert.All(sources, source =>
        {
            PurchaseSummaries summaries = PurchaseReader.Read([source]).Builder.Build(ObservationWindow.Through(new(2024, 1, 31)), TimeUnit.Day);
            Assert.Equal([10.25m, 4m], summaries.Revenue.ToArray());
            Assert.Equal([19723, 19724], summaries.FirstDays.ToArray());
        });
    }

    [Fact]
    public void Several_files_are_one_table()
    {
        PurchaseReadResult read = PurchaseReader.Read([folder.Text("1.csv", Small), folder.Gzip("2.csv.gz", "amount;customer;date\n1;a;2024-02-01\n2;c;2024-02-01\n")]);
        Assert.Equal(5, read.Rows);
        Assert.Equal(["a", "b", "c"], read.Builder.Build(ObservationWindow.Through(new(2024, 3, 1)), TimeUnit.Day).Columns.Customers.ToArray().Select(customer => customer.Value));
    }

    [Fact]
    public void Names_of_files_and_columns_are_never_patterns_or_sql()
    {
        const string name = "a*[b]?'; DROP TABLE x --.parquet";
        folder.Parquet("other.parquet", "SELECT 'no' AS customer, '2024-01-01' AS date, 1 AS amount");
        TableSource source = folder.Parquet(name, "SELECT 'yes' AS \"my \"\"id\"\"; --\", '2024-01-01' AS date, 1 AS amount");
        PurchaseReadResult read = PurchaseReader.Read([source], new() { Columns = Map(("customer", "my \"id\"; --")) });
        Assert.Equal(1, read.Rows);
        Assert.Equal("yes", read.Builder.Customers[0]);
    }

    [Fact]
    public void Columns_can_be_mapped_and_optional_ones_declined()
    {
        TableSource source = folder.Text("p.csv", "who,WHEN,price,cost,order_id,invoice\nx,2024-01-01,7,oops,O1,I1\n");
        PurchaseReadResult read = PurchaseReader.Read([source], new() { Columns = Map(("customer", "who"), ("Date", "when"), ("amount", "price"), ("cost", ""), ("order", "invoice")) });
        Assert.Equal("I1", read.Builder.Orders[0]);
        Assert.False(read.Builder.Build(ObservationWindow.Through(new(2024, 1, 1)), TimeUnit.Day).HasCost);
    }

    [Fact]
    public void Costs_and_orders_may_be_empty()
    {
        PurchaseReadResult read = PurchaseReader.Read([folder.Text("p.csv", "customer,date,amount,cost,order\nx,2024-01-01,7,,\ny,2024-01-01,7,2.5,O1\n")]);
        PurchaseSummaries summaries = read.Builder.Build(ObservationWindow.Through(new(2024, 1, 1)), TimeUnit.Day);
        Assert.Equal([0m, 2.5m], summaries.Cost.ToArray());
        Assert.Equal(1, read.Builder.Orders.Count);
    }

    [Fact]
    public void Amounts_may_be_left_out_where_they_are_not_required()
    {
        PurchaseReadResult read = PurchaseReader.Read([folder.Text("p.csv", "customer,date\nx,2024-01-01\n")], new() { AmountRequired = false });
        Assert.False(read.HasAmounts);
        Assert.Equal(1, read.Builder.Lines);
    }

    [Fact]
    public void The_currency_is_that_of_the_rows()
    {
        TableSource named = folder.Text("named.csv", "customer,date,amount,currency\nx,2024-01-01,7,CNY\n");
        TableSource empty = folder.Text("empty.csv", "customer,date,amount,currency\nx,2024-01-01,7,\n");
        Assert.Equal(new("CNY"), PurchaseReader.Read([named]).Builder.Currency);
        Assert.Equal(new("CNY"), PurchaseReader.Read([named, empty], new() { Currency = new("CNY") }).Builder.Currency);
        Assert.Throws<DataRejectedException>(() => PurchaseReader.Read([empty]));
    }

    [Fact]
    public void Long_and_chinese_keys_keep_apart()
    {
        string[] keys = ["客户一", "客户二", "123456789012345", "1234567890123456", "12345678901234567", new('长', 256), "a", "a\u00a0"];
        string rows = string.Concat(keys.Concat(keys).Select(key => $"{key},2024-01-01,1\n"));
        PurchaseReadResult read = PurchaseReader.Read([folder.Text("p.csv", "customer,date,amount\n" + rows)]);
        Assert.Equal(keys, Enumerable.Range(0, read.Builder.Customers.Count).Select(number => read.Builder.Customers[number]));
        Assert.Equal(16, read.Builder.Lines);
    }

    [Fact]
    public void Progress_rises_to_the_whole()
    {
        string rows = "customer,date,amount\n" + string.Concat(Enumerable.Range(0, 100_000).Select(row => $"c{row % 777},2024-01-01,{row}\n"));
        Told told = new();
        PurchaseReader.Read([folder.Text("1.csv", rows), folder.Gzip("2.csv.gz", rows), folder.Parquet("3.parquet", "SELECT 'c' AS customer, '2024-01-01' AS date, i AS amount FROM range(50000) t(i)")], progress: told);
        Assert.True(told.Reports.Count > 10);
        Assert.Equal(told.Reports.OrderBy(report => report.Fraction).ThenBy(report => report.Rows), told.Reports);
        Assert.Equal(1, told.Reports[^1].Fraction!.Value, 12);
        Assert.Equal(250_000, told.Reports[^1].Rows);
    }

    [Fact]
    public void Cancelling_ends_a_file_and_a_running_query()
    {
        using CancellationTokenSource byProgress = new();
        string rows = "customer,date,amount\n" + string.Concat(Enumerable.Range(0, 100_000).Select(row => $"c,2024-01-01,{row}\n"));
        Told told = new() { OnReport = byProgress.Cancel };
        Assert.ThrowsAny<OperationCanceledException>(() => PurchaseReader.Read([folder.Text("p.csv", rows)], progress: told, cancellationToken: byProgress.Token));
        Assert.Single(told.Reports);

        // Without interruption this query would run for days.
        using CancellationTokenSource byTime = new(TimeSpan.FromMilliseconds(300));
        TableSource endless = TableSource.Query("SELECT 'c' AS customer, '2024-01-01' AS date, sum(i) AS amount FROM range(100000000000000) t(i)");
        Assert.ThrowsAny<OperationCanceledException>(() => PurchaseReader.Read([endless], cancellationToken: byTime.Token));
    }

    [SkippableFact]
    public void Cdnow_sample_has_6919_lines_of_2357_customers()
    {
        TableSource source = TableSource.File(SharedData.Path("data/cdnow/cdnow_sample_transactions.csv"));
        PurchaseReadResult read = PurchaseReader.Read([source], new() { Columns = Map(("customer", "master_id")) });
        Assert.Equal(6_919, read.Rows);
        Assert.Equal(2_357, read.Builder.Customers.Count);
        Assert.Equal(new LocalDate(1997, 1, 1), read.Builder.FirstDate);
        Assert.Equal(new LocalDate(1998, 6, 30), read.Builder.LastDate);
    }

    [SkippableFact]
    public void Cdnow_master_is_recognised_and_has_69659_lines_of_23570_customers()
    {
        PurchaseReadResult read = PurchaseReader.Read([TableSource.File(SharedData.Path("data/cdnow/cdnow_master_transactions.csv.gz"))]);
        Assert.Equal(69_659, read.Builder.Lines);
        Assert.Equal(23_570, read.Builder.Customers.Count);
    }

    [SkippableFact]
    public void AdventureWorks_is_recognised_and_sums_exactly()
    {
        PurchaseReadResult read = PurchaseReader.Read([TableSource.File(SharedData.Path("data/adventureworksdw/FactInternetSales.csv.gz"))]);
        PurchaseSummaries summaries = read.Builder.Build(ObservationWindow.Through(new(2014, 1, 28)), TimeUnit.Day);
        decimal revenue = summaries.Revenue.ToArray().Sum();
        Assert.Equal(60_398, read.Rows);
        Assert.Equal(18_484, summaries.Count);
        Assert.Equal(27_659, read.Builder.Orders.Count);
        Assert.Equal(29_358_677.2207m, revenue);
        Assert.Equal(12_080_883.645m, revenue - summaries.Cost.ToArray().Sum());
    }

    private static Dictionary<string, string> Map(params (string Field, string Column)[] pairs) => pairs.ToDictionary(pair => pair.Field, pair => pair.Column);

    private sealed class Told : IProgress<ReadProgress>
    {
        public List<ReadProgress> Reports { get; } = [];

        public Action? OnReport { get; init; }

        public void Report(ReadProgress value)
        {
            Reports.Add(value);
            OnReport?.Invoke();
        }
    }
}

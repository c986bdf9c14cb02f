using System.Text;
using CustomerValue.Data;
using CustomerValue.Validation;

namespace CustomerValue.Tool.Tests.Data;

public sealed class BadPurchasesTests : IDisposable
{
    private const string Header = "customer,date,amount\n";
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("a,2024-01-01,1\nb,2024-01-01,abc\n", 3, "amount", "abc")]
    [InlineData("a,2023-02-29,1\n", 2, "date", "2023-02-29")]
    [InlineData("a,2024-01-01,NaN\n", 2, "amount", "NaN")]
    [InlineData("a,2024-01-01,1e999\n", 2, "amount", "1e999")]
    [InlineData("a,2024-01-01,\"1,234.50\"\n", 2, "amount", "1,234.50")]
    [InlineData("a,2024-01-01,\n", 2, "amount", "")]
    [InlineData(",2024-01-01,1\n", 2, "customer", "")]
    [InlineData("  ,2024-01-01,1\n", 2, "customer", "")]
    [InlineData("a\u0007,2024-01-01,1\n", 2, "customer", "a\u0007")]
    [InlineData("\n\n\na,2024-01-01,x\n", 5, "amount", "x")]
    [InlineData("\"a\nb\",2024-01-01,1\n", 2, "customer", "a\nb")]
    [InlineData("a,2024-01-01\n", 2, null, null)]
    [InlineData("a,2024-01-01,1,2\n", 2, null, null)]
    [InlineData("a,2024-01-01,1\nb,\"2024-01-01,1\n", 3, null, null)]
    [InlineData("a,\"2024\"-01-01,1\n", 2, null, null)]
    [InlineData("a\0,2024-01-01,1\n", 2, null, null)]
    public void A_bad_row_is_named_with_field_and_value(string rows, long row, string? field, string? value)
    {
        DataProblem problem = Assert.Single(Refused(folder.Text("p.csv", Header + rows)).Problems);
        Assert.Equal((folder.At("p.csv"), row, field, value), (problem.Source, problem.Row, problem.Field, problem.Value));
        Assert.DoesNotContain('\n', problem.ToString());
    }

    [Fact]
    public void A_key_of_257_letters_is_refused() => Assert.Equal(2, Refused(folder.Text("p.csv", $"{Header}{new string('k', 257)},2024-01-01,1\n")).Problems[0].Row);

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("\uFEFF", "is empty")]
    [InlineData(Header, "no rows")]
    [InlineData(Header + "\n\n", "no rows")]
    [InlineData("customer,date,amount,date\na,2024-01-01,1,2024-01-01\n", "is the name of 2 columns")]
    [InlineData("customer,date,price\na,2024-01-01,1\n", "amount: is in no column that is recognised. Its columns are 'customer', 'date', 'price'. Map it by amount=COLUMN")]
    [InlineData("customer,date,sales,revenue\na,2024-01-01,1,2\n", "may be any of the columns 'sales', 'revenue'")]
    [InlineData("customer,date,amount\ra,2024-01-01,1\r", "CR alone")]
    [InlineData("custo\0mer,date,amount\n", "zero byte")]
    [InlineData("customer,\"date,amount\n", "quote")]
    public void A_file_that_is_no_table_of_purchases_is_refused(string text, string message)
    {
        DataRejectedException refusal = Refused(folder.Text("p.csv", text), new() { SkipBadRows = true });
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
        Assert.All(refusal.Problems, problem => Assert.Equal(folder.At("p.csv"), problem.Source));
    }

    [Fact]
    public void Missing_files_folders_and_other_kinds_of_bytes_are_refused()
    {
        byte[] junk = new byte[100_000];
        new Random(1).NextBytes(junk);
        Assert.Contains("doesn't exist", Refused(TableSource.File(folder.At("none.csv"))).Message, StringComparison.Ordinal);
        Assert.Contains("is a folder", Refused(TableSource.File(folder.Path)).Message, StringComparison.Ordinal);
        Assert.Single(Refused(folder.Bytes("junk.csv", junk)).Problems);
        Assert.Contains("UTF-16", Refused(folder.Bytes("wide.csv", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Header)])).Message, StringComparison.Ordinal);
        Assert.Contains("UTF-8", Refused(folder.Bytes("gbk.csv", [.. Encoding.UTF8.GetBytes(Header), 0xD6, 0xD0, .. ",2024-01-01,1\n"u8])).Message, StringComparison.Ordinal);
        Assert.Single(Refused(folder.Bytes("junk.parquet", [.. "PAR1"u8, .. junk])).Problems);
        Assert.Single(Refused(TableSource.Query("SELECT nothing FROM nowhere")).Problems);
        Assert.Single(Refused(TableSource.Query("SELECT 1", folder.At("none.duckdb"))).Problems);
        Assert.Contains("httpfs", Refused(TableSource.Query("SELECT * FROM 'http://localhost:1/x.parquet'")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_packed_file_that_was_cut_off_or_damaged_is_refused()
    {
        byte[] packed = TempFolder.Packed(Header + string.Concat(Enumerable.Range(0, 20_000).Select(row => $"c{row * 7919 % 1000},2024-01-01,{row}\n")));
        for (int cut = packed.Length - 1; cut > 30; cut = cut > packed.Length - 12 ? cut - 1 : cut * 2 / 3)
            Assert.Contains("can't be read", Refused(folder.Bytes("cut.csv.gz", packed[..cut]), new() { SkipBadRows = true }).Message, StringComparison.Ordinal);
        packed[packed.Length / 2] ^= 0x55;
        Refused(folder.Bytes("damaged.csv.gz", packed));
    }

    [Fact]
    public void Packed_files_put_one_behind_the_other_are_read_whole()
    {
        TableSource both = folder.Bytes("both.csv.gz", [.. TempFolder.Packed(Header + "a,2024-01-01,1\n"), .. TempFolder.Packed("b,2024-01-01,1\n")]);
        Assert.Equal(2, PurchaseReader.Read([both]).Rows);
    }

    [Theory]
    [InlineData("", "is longer than 1 MiB")]
    [InlineData("\"\n", "opens a quote")]
    public void A_row_of_ten_million_letters_is_one_problem_and_the_next_rows_are_numbered_on(string before, string message)
    {
        TableSource source = folder.Text("p.csv", $"{Header}a,2024-01-01,1\n{before}{new string('x', 10_000_000)}\nb,2024-01-01,?\n");
        long first = GC.GetAllocatedBytesForCurrentThread();
        DataRejectedException refusal = Refused(source);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - first, 0, 4_000_000);
        Assert.Contains(message, refusal.Problems[0].Message, StringComparison.Ordinal);
        Assert.Equal(3, refusal.Problems[0].Row);
        Assert.Equal(before.Length == 0 ? 4 : 5, refusal.Problems[^1].Row);
    }

    [Fact]
    public void All_problems_of_all_files_come_at_once_and_in_order()
    {
        TableSource first = folder.Text("1.csv", Header + "a,2024-01-01\n\"a\",x,y\n\nb,2024-01-01,1\nb\"c,2024-01-01,1\nd,\"\"2024,1\ne,2024-01-01,z\n");
        TableSource second = folder.Text("2.csv", "customer,amount\n");
        TableSource third = folder.Text("3.csv", Header + "a,2024-01-01,-\n");
        DataRejectedException refusal = Assert.Throws<DataRejectedException>(() => PurchaseReader.Read([first, second, TableSource.File(folder.At("none")), third]));
        Assert.Equal(
            [("1.csv", 2L, null), ("1.csv", 3L, "date"), ("1.csv", 3L, "amount"), ("1.csv", 7L, null), ("1.csv", 8L, "amount"), ("2.csv", null, "date"), ("none", null, null), ("3.csv", 2L, "amount")],
            refusal.Problems.Select(problem => (Path.GetFileName(problem.Source!), problem.Row, problem.Field)));
    }

    [Fact]
    public void The_first_20_are_told_in_full_and_the_rest_counted()
    {
        DataRejectedException refusal = Refused(folder.Text("p.csv", Header + string.Concat(Enumerable.Repeat("a,b,c\n", 1000))));
        Assert.Equal(2000, refusal.Count);
        Assert.Equal(20, refusal.Problems.Count);
        Assert.EndsWith("… and 1980 more problems.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_rows_can_be_left_out_and_leave_no_trace()
    {
        TableSource source = folder.Text("p.csv", "customer,date,amount,order\na,2024-01-01,1,O1\nonly-bad,2024-01-01,?,O2\nb,2024-01-01,2\nc,2024-01-02,3,\n");
        PurchaseReadResult read = PurchaseReader.Read([source], new() { SkipBadRows = true });
        Assert.Equal((4, 2, 2), (read.Rows, read.SkippedRows, read.ProblemCount));
        Assert.Equal([3L, 4L], read.Problems.Select(problem => problem.Row!.Value));
        Assert.Equal(2, read.Builder.Lines);
        Assert.Equal(["a", "c"], Enumerable.Range(0, read.Builder.Customers.Count).Select(number => read.Builder.Customers[number]));
    }

    [Fact]
    public void When_no_row_is_left_the_whole_is_refused() => Refused(folder.Text("p.csv", Header + "a,b,c\n"), new() { SkipBadRows = true });

    [Fact]
    public void Mixed_currencies_are_refused_naming_both_and_their_rows()
    {
        TableSource source = folder.Text("p.csv", "customer,date,amount,currency\na,2024-01-01,1,CNY\na,2024-01-01,1,USD\na,2024-01-01,1,USD\na,2024-01-01,1,EUR\n");
        DataRejectedException refusal = Refused(source, new() { SkipBadRows = true });
        Assert.Equal([(3L, "USD"), (5L, "EUR")], refusal.Problems.Select(problem => (problem.Row!.Value, problem.Value!)));
        Assert.Contains($"CNY, that of row 2 of {source.Name}", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(3, Refused(source, new() { Currency = new("USD") }).Problems.Count(problem => problem.Row is 2 or 5) + 1);
        Assert.Contains("'cny'", Refused(folder.Text("small.csv", "customer,date,amount,currency\na,2024-01-01,1,cny\n")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Mapping_to_what_is_not_there_is_refused_and_names_what_is()
    {
        TableSource source = folder.Text("p.csv", Header + "a,2024-01-01,1\n");
        PurchaseReadOptions options = new() { Columns = new Dictionary<string, string> { ["amount"] = "Amuont", ["colour"] = "x", ["product"] = "sku" } };
        DataRejectedException refusal = Refused(source, options);
        Assert.Equal(["colour", "amount", "product"], refusal.Problems.Select(problem => problem.Field));
        Assert.Contains("'customer', 'date', 'amount'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_of_parquet_and_queries_are_counted_from_1()
    {
        TableSource parquet = folder.Parquet("p.parquet", "SELECT 'c' || i AS customer, DATE '2024-01-01' AS date, CASE i WHEN 100000 THEN 'NaN'::DOUBLE WHEN 7 THEN 'inf' WHEN 200000 THEN NULL ELSE i END AS amount FROM range(300000) t(i)");
        Assert.Equal([8L, 100_001L, 200_001L], Refused(parquet).Problems.Select(problem => problem.Row!.Value));
        DataRejectedException broken = Refused(TableSource.Query("SELECT 'c' AS customer, '2024-01-01' AS date, CASE i WHEN 800000 THEN 'x' ELSE '1' END::INT AS amount FROM range(1000000) t(i)"));
        Assert.Contains("Could not convert string 'x'", Assert.Single(broken.Problems).Message, StringComparison.Ordinal);
    }

    private static DataRejectedException Refused(TableSource source, PurchaseReadOptions? options = null) =>
        Assert.Throws<DataRejectedException>(() => PurchaseReader.Read([source], options));
}

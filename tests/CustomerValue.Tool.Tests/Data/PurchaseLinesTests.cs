using System.IO.Compression;
using CustomerValue.Customers;
using CustomerValue.Data;
using CustomerValue.PotentialValue.Recommendation;
using CustomerValue.Validation;
using NodaTime;

namespace CustomerValue.Tool.Tests.Data;

public class PurchaseLinesTests
{
    private const string Text = "CustomerKey,OrderDate,SalesAmount,Cost,Quantity,ProductKey\nb,2024-01-02,10,4,2,x\na,2024-01-03,-5.5,,-1,y\na,2024-01-04,7,3,,\n";

    [Fact]
    public void Lines_come_back_as_they_stand()
    {
        using TemporaryFolder folder = new();
        PurchaseReadResult read = Read(folder.Write("p.csv", Text), new() { Lines = true, Currency = new("CNY") });
        PurchaseLines lines = read.Lines!;
        Purchase first = new() { Customer = new("b"), Date = new LocalDate(2024, 1, 2), Amount = 10, Cost = 4, Quantity = 2, Product = "x", Currency = new("CNY") };
        Assert.Equal([first, first with { Customer = new("a"), Date = new LocalDate(2024, 1, 3), Amount = -5.5m, Cost = null, Quantity = -1, Product = "y" }, first with { Customer = new("a"), Date = new LocalDate(2024, 1, 4), Amount = 7, Cost = 3, Quantity = null, Product = null }], lines);
        Assert.Equal((3, 2), (lines.Count, lines.WithProduct));
        Assert.Equal(first, lines[0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => lines[3]);
        Assert.Equal(3, read.Builder.Lines);
        Assert.Equal(["x", "y"], Interactions.Of(lines).Products);

        using (FileStream file = File.Create(folder["p.csv.gz"]))
        using (GZipStream gzip = new(file, CompressionLevel.Fastest))
            gzip.Write(System.Text.Encoding.UTF8.GetBytes(Text));
        Assert.Equal(lines, Read(folder["p.csv.gz"], new() { Lines = true, Currency = new("CNY") }).Lines!);
    }

    [Fact]
    public void Nothing_is_kept_unless_asked_for() => Assert.Null(Of(Text, new()).Lines);

    /// <summary>Many lines, over the borders of batches, and two files.</summary>
    [Fact]
    public void All_lines_of_all_files_are_there()
    {
        using TemporaryFolder folder = new();
        string[] files = [.. Enumerable.Range(0, 2).Select(file => folder.Write($"{file}.csv", "customer,date,amount,product\n" + string.Concat(Enumerable.Range(0, 20_000).Select(line => $"c{line % 97},2024-01-01,{line},p{(line + file) % 13}\n"))))];
        PurchaseLines lines = PurchaseReader.Read(TableSource.Files(files), new() { Lines = true }).Lines!;
        Assert.Equal(40_000, lines.Count);
        Assert.Equal(Enumerable.Range(0, 40_000).Select(line => (decimal)(line % 20_000)), lines.Select(line => line.Amount));
        Assert.Equal(("c1", "p5"), (lines[20_001].Customer.Value, lines[20_004].Product));
        Assert.Null(lines[5].Cost);
    }

    [Fact]
    public void Bad_quantities_and_products_are_told_with_their_row()
    {
        DataRejectedException refusal = Assert.Throws<DataRejectedException>(() => Of("customer,date,amount,quantity,product\na,2024-01-01,1,two,x\nb,2024-01-01,1,1,\u0007\nc,2024-01-01,1,1,x\n", new() { Lines = true }));
        Assert.Equal([(2L, "quantity"), (3L, "product")], refusal.Problems.Select(problem => (problem.Row!.Value, problem.Field!)));
        PurchaseReadResult kept = Of("customer,date,amount,quantity,product\na,2024-01-01,1,two,x\nb,2024-01-01,1,1,\u0007\nc,2024-01-01,1,1,x\n", new() { Lines = true, SkipBadRows = true });
        Assert.Equal("c", Assert.Single(kept.Lines!).Customer.Value);
        Assert.Equal(1, kept.Builder.Lines);
    }

    [Fact]
    public void Memory_is_bounded() =>
        Assert.Contains("lines are more than 2, which at 36 bytes each", Assert.Throws<DataRejectedException>(() => Of(Text, new() { Lines = true, LinesBudget = 107 })).Message, StringComparison.Ordinal);

    private static PurchaseReadResult Of(string text, PurchaseReadOptions options)
    {
        using TemporaryFolder folder = new();
        return Read(folder.Write("p.csv", text), options);
    }

    private static PurchaseReadResult Read(string path, PurchaseReadOptions options) => PurchaseReader.Read([TableSource.File(path)], options);
}

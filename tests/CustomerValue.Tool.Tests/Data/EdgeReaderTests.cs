using CustomerValue.Customers;
using CustomerValue.Data;
using CustomerValue.Tests;
using CustomerValue.Validation;

namespace CustomerValue.Tool.Tests.Data;

public sealed class EdgeReaderTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Edges_are_read_with_customers_in_ordinal_order()
    {
        foreach (TableSource source in new[] { folder.Text("e.csv", "source,target,p\nb,a,0.5\na,C,1\n"), folder.Parquet("e.parquet", "SELECT 'b' AS source, 'a' AS target, 0.5 AS p UNION ALL SELECT 'a', 'C', 1") })
        {
            EdgeTable edges = EdgeReader.Read(source, "p");
            Assert.Equal(["C", "a", "b"], edges.Customers.Select(customer => customer.Value));
            Assert.Equal([(2, 1, 0.5), (1, 0, 1)], edges.From.Zip(edges.To, edges.Probability!));
            Assert.Null(EdgeReader.Read(source).Probability);
        }
    }

    [Theory]
    [InlineData("# Directed graph\n# FromNodeId\tToNodeId\n30\t1412\n30\t3352\n", 3, 2)]
    [InlineData("0 1\r\n1 2\r\n", 3, 2)]
    [InlineData("5 2\n0 1\n1 2\n", 5, 2)]
    [InlineData("5 2\n0 1\n1 5\n", 4, 3)]
    [InlineData("5 3\n0 1\n1 2\n", 5, 3)]
    [InlineData("0 1 0.5\n1 2 0.25\n", 3, 2)]
    public void Plain_lists_are_read_without_a_header(string text, int customers, int count)
    {
        EdgeTable edges = EdgeReader.Read(folder.Gzip("e.txt.gz", text));
        Assert.Equal((customers, count), (edges.Customers.Count, edges.From.Count));
    }

    [Fact]
    public void The_third_column_of_a_plain_list_is_the_probability() =>
        Assert.Equal([0.5, 0.25], EdgeReader.Read(folder.Text("e.txt", "# p\n0\t1\t0.5\n1\t2\t0.25\n"), "probability").Probability!);

    [SkippableFact]
    public void A_graph_of_the_collection_is_read_whole()
    {
        EdgeTable edges = EdgeReader.Read(TableSource.File(SharedData.Path("data/graphs/wiki-vote.txt.gz")));
        Assert.Equal((7115, 103_689), (edges.Customers.Count, edges.From.Count));
    }

    [Theory]
    [InlineData("from,to,p\na,b,0.5\na,c,1.5\n", "row 3, probability: '1.5' is no probability")]
    [InlineData("from,to,p\na,b,-0.5\n", "row 2, probability: '-0.5' is no probability")]
    [InlineData("from,to,p\na,b,NaN\n", "row 2, probability: 'NaN' is no finite number")]
    [InlineData("from,to,p\n,b,0.5\n", "row 2, from: '' is no key")]
    [InlineData("from,to\na,b\n", "probability: 'p' is no column of it")]
    [InlineData("from,p\na,0.1\n", "to: is in no column")]
    public void Bad_rows_are_told_with_file_row_and_value(string text, string message) =>
        Assert.Contains(message, Assert.Throws<DataRejectedException>(() => EdgeReader.Read(folder.Text("e.csv", text), "p")).Message, StringComparison.Ordinal);

    [Fact]
    public void Unknown_customers_are_refused_where_all_are_known()
    {
        CustomerId[] all = [new("a"), new("b"), new("z")];
        Assert.Equal(3, EdgeReader.Read(folder.Text("e.csv", "from,to\na,b\n"), customers: all).Customers.Count);
        Assert.Contains("e.csv, row 3, to: 'c' is not among the customers", Assert.Throws<DataRejectedException>(() => EdgeReader.Read(folder.Text("e.csv", "from,to\na,b\na,c\n"), customers: all)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_customer_in_the_first_row_of_a_plain_list_is_told_there() =>
        Assert.Contains("e.txt, row 2, to: '7' is not among the customers", Assert.Throws<DataRejectedException>(() => EdgeReader.Read(folder.Text("e.txt", "# edges\n1 7\n1 2\n"), customers: [new("1"), new("2")])).Message, StringComparison.Ordinal);

    [Fact]
    public void Values_are_one_a_customer()
    {
        Assert.Equal(-2.5, ValueReader.Read(folder.Text("v.csv", "id,lifetime_value\na,1e3\nb,-2.5\n"))[new("b")]);
        Assert.Contains("v.csv, row 3, customer: 'a' is in row 2 already", Assert.Throws<DataRejectedException>(() => ValueReader.Read(folder.Text("v.csv", "id,value\na,1\na,2\n"))).Message, StringComparison.Ordinal);
    }
}

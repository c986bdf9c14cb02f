using System.Text;
using CustomerValue.Data;
using FsCheck.Xunit;

namespace CustomerValue.Tool.Tests.Data;

public sealed class CsvReaderTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Property(MaxTest = 200)]
    public void Whatever_is_written_reads_back(string[] texts, bool crlf, bool endsWithNewline)
    {
        string[] cells = [.. texts.Select(text => (text ?? "").Replace("\0", "", StringComparison.Ordinal).Trim(' ')).Select(Valid)];
        string newline = crlf ? "\r\n" : "\n";
        string file = "name,second" + string.Concat(cells.Select((cell, row) => $"{newline}\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\",{row}")) + (endsWithNewline ? newline : "");
        using RowReader reader = RowReader.Open(folder.Text("p.csv", file), default);
        for (int row = 0; row < cells.Length; row++)
        {
            Assert.True(reader.Read());
            Assert.Null(reader.Broken);
            Assert.Equal(row + 2, reader.Row);
            Assert.Equal(cells[row], Encoding.UTF8.GetString(reader.Field(0)));
            Assert.Equal(row.ToString(), Encoding.UTF8.GetString(reader.Field(1)));
        }
    }

    [Theory]
    [InlineData("\n", false)]
    [InlineData("\r\n", false)]
    [InlineData("\r\n", true)]
    public void Rows_across_the_ends_of_buffers_are_whole(string newline, bool gzip)
    {
        Random random = new(7);
        List<string> cells = [];
        StringBuilder file = new("text,row" + newline);
        for (int row = 0; row < 3000; row++)
        {
            string cell = string.Concat(Enumerable.Repeat("x\"y,\r\nz客", random.Next(600)));
            cells.Add(cell);
            file.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append("\",").Append(row).Append(newline);
        }

        using RowReader reader = RowReader.Open(gzip ? folder.Gzip("p.csv.gz", file.ToString()) : folder.Text("p.csv", file.ToString()), default);
        foreach (string cell in cells)
        {
            Assert.True(reader.Read());
            Assert.Null(reader.Broken);
            Assert.Equal(cell, Encoding.UTF8.GetString(reader.Field(0)));
        }

        Assert.False(reader.Read());
        Assert.Equal(1, reader.Fraction!.Value, 12);
    }

    [Fact]
    public void Duckdb_reads_the_same_cells_from_the_same_file()
    {
        Random random = new(3);
        string[] pieces = ["a", "bc", " d", "\"\"", ",", ";", "\n", "'", "=1", "客户", "é"];
        StringBuilder file = new("first,second,third\n");
        for (int row = 0; row < 2000; row++)
            file.AppendJoin(',', Enumerable.Range(0, 3).Select(_ => $"\"k{string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => pieces[random.Next(pieces.Length)]))}k\"")).Append('\n');
        TableSource csv = folder.Text("p.csv", file.ToString());
        using RowReader own = RowReader.Open(csv, default);
        using RowReader duck = RowReader.Open(TableSource.Query($"SELECT * FROM read_csv('{csv.Path}', all_varchar = true, header = true, delim = ',', quote = '\"', escape = '\"')"), default);
        Assert.Equal(own.Columns, duck.Columns);
        duck.Select([0, 1, 2]);
        while (own.Read())
        {
            Assert.True(duck.Read());
            for (int column = 0; column < 3; column++)
                Assert.Equal(Encoding.UTF8.GetString(duck.Field(column)), Encoding.UTF8.GetString(own.Field(column)));
        }

        Assert.False(duck.Read());
    }

    /// <summary>Text with halves of surrogate pairs replaced, as a file holds it.</summary>
    private static string Valid(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}

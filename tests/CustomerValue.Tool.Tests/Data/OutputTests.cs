using System.Globalization;
using System.Text;
using CustomerValue.Data;
using FsCheck.Xunit;

namespace CustomerValue.Tool.Tests.Data;

public sealed class OutputTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("=SUM(A1)", "'=SUM(A1)")]
    [InlineData("@cmd", "'@cmd")]
    [InlineData("-5+cmd|' /C calc'!A0", "'-5+cmd|' /C calc'!A0")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("'=1", "''=1")]
    [InlineData("-5.25", "-5.25")]
    [InlineData("+8613800000000", "+8613800000000")]
    [InlineData("-", "'-")]
    [InlineData("it's", "it's")]
    public void Formulas_are_written_as_text(string text, string written)
    {
        Assert.Equal(written, CsvText.Neutralise(text));
        Assert.Equal(text, CsvText.Restore(written));
    }

    [Property]
    public bool Neutralising_is_undone_whatever_the_text(string text) => text is null || CsvText.Restore(CsvText.Neutralise(text)) == text;

    [Property]
    public bool Numbers_read_back_to_the_last_bit(double number)
    {
        if (!double.IsFinite(number))
            return true;
        string text = Written(writer => writer.Number(number));
        return BitConverter.DoubleToInt64Bits(double.Parse(text, CultureInfo.InvariantCulture)) == BitConverter.DoubleToInt64Bits(number);
    }

    [Fact]
    public void Fields_are_quoted_where_needed_and_numbers_never_changed()
    {
        Assert.Equal("\"a,b\",\"say \"\"hi\"\"\",,-0.1,-7,-1.50,,\" x\"\n", Written(writer =>
        {
            writer.Text("a,b");
            writer.Text("say \"hi\"");
            writer.Text(null);
            writer.Number(-0.1);
            writer.Number(-7);
            writer.Number(-1.50m);
            writer.Number((double?)null);
            writer.Text(" x");
            writer.EndRow();
        }));
    }

    [Fact]
    public void Long_texts_pass_the_buffer_whole()
    {
        string text = string.Concat(Enumerable.Repeat("客户x", 50_000));
        Assert.Equal(text + "," + text, Written(writer =>
        {
            writer.Text(text);
            writer.Text(text);
        }));
    }

    [Fact]
    public void What_is_not_finite_or_of_another_width_is_never_written()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Written(writer => writer.Number(double.NaN)));
        Assert.Throws<InvalidOperationException>(() => Written(writer =>
        {
            writer.Header("a", "b");
            writer.Text("x");
            writer.EndRow();
        }));
    }

    [Fact]
    public void Files_appear_whole_or_not_at_all()
    {
        string path = folder.At("out.csv");
        Assert.Throws<InvalidOperationException>(() => OutputFile.Write(path, Half));
        Assert.Empty(Directory.GetFiles(folder.Path));
        OutputFile.Write(path, stream => stream.Write("whole"u8));
        Assert.Throws<InvalidOperationException>(() => OutputFile.Write(path, Half));
        Assert.Equal([path], Directory.GetFiles(folder.Path));
        Assert.Equal("whole", File.ReadAllText(path));
        OutputFile.Write(path, stream => stream.Write("new"u8));
        Assert.Equal("new", File.ReadAllText(path));
    }

    private static void Half(Stream stream)
    {
        stream.Write("half"u8);
        throw new InvalidOperationException("on purpose");
    }

    private static string Written(Action<CsvWriter> write)
    {
        using MemoryStream stream = new();
        using (CsvWriter writer = new(stream))
            write(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}

using System.Buffers;

namespace CustomerValue.Data;

/// <summary>Files of numbers without a header, a blank or a tab between them, as collections of graphs have them.</summary>
internal static class PlainList
{
    private static readonly SearchValues<byte> Letters = SearchValues.Create("0123456789+-.eE \t\r"u8);

    /// <summary>What parts the numbers of the first line and how many there are; null where it is no line of at least two numbers.</summary>
    public static (byte Between, int Fields)? Find(ReadOnlySpan<byte> text)
    {
        int newline = text.IndexOf((byte)'\n');
        ReadOnlySpan<byte> line = (newline < 0 ? text : text[..newline]).TrimEnd(" \r"u8);
        if (line.ContainsAnyExcept(Letters))
            return null;
        byte between = line.Contains((byte)'\t') ? (byte)'\t' : (byte)' ';
        int fields = line.Count(between) + 1;
        foreach (Range field in line.Split(between))
        {
            if (!FieldText.TryNumber(line[field].Trim((byte)' '), out _))
                return null;
        }

        return fields > 1 ? (between, fields) : null;
    }
}

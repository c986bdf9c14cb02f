namespace CustomerValue.Json.Reading;

/// <summary>The mark that some editors set before UTF-8; the parser knows nothing of it.</summary>
internal static class ByteOrderMark
{
    public const int Length = 3;

    public static bool Starts(byte[] text, int length) => length >= Length && text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF;
}

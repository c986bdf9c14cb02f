using CustomerValue.Loyalty.Ledger.Bytes;

namespace CustomerValue.Loyalty.Ledger.Handling;

/// <summary>Codes of coupons: 80 bits of a hash of what they were issued for, so that the same event gives the same codes.</summary>
internal static class CouponCode
{
    /// <summary>Without I, L, O and U, which are misread.</summary>
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string Of(ByteWriter bytes, string program, long member, string source, int number)
    {
        byte[] hash = new byte[32];
        bytes.Clear().Text("coupon").Text(program).Number(member).Text(source).Number(number).Sha256().CopyTo(hash);
        char[] code = new char[16];
        for (int at = 0; at < code.Length; at++)
        {
            int bit = 5 * at;
            int two = (hash[bit / 8] << 8) | hash[(bit / 8) + 1];
            code[at] = Letters[(two >> (11 - (bit % 8))) & 31];
        }

        return new string(code);
    }
}

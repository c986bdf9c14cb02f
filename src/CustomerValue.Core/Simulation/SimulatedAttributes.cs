namespace CustomerValue.Simulation;

/// <summary>The names of the attributes in the profiles of a simulated retailer. Dates are ISO 8601, numbers invariant; what a customer did not tell is missing.</summary>
public static class SimulatedAttributes
{
    /// <summary>Day of the first purchase or, for prospects, of registration.</summary>
    public const string Joined = "joined";

    /// <summary>How the customer came: <c>store</c>, <c>search</c>, <c>social</c>, <c>advertisement</c>, or <c>referral</c>.</summary>
    public const string Source = "source";

    /// <summary>Date of birth; 2 % missing.</summary>
    public const string BirthDate = "birth_date";

    /// <summary><c>female</c> or <c>male</c>; 3 % missing.</summary>
    public const string Gender = "gender";

    /// <summary><c>primary</c>, <c>secondary</c>, <c>college</c>, <c>bachelor</c> or <c>postgraduate</c>, in this order.</summary>
    public const string Education = "education";

    /// <summary><c>student</c>, <c>worker</c>, <c>clerk</c>, <c>professional</c>, <c>manager</c>, <c>self-employed</c> or <c>retired</c>.</summary>
    public const string Occupation = "occupation";

    /// <summary>Income a year in CNY, whole thousands; 6 % missing.</summary>
    public const string Income = "income";

    /// <summary>People in the household, 1 to 7.</summary>
    public const string HouseholdSize = "household_size";

    /// <summary>First level of the address.</summary>
    public const string Country = "country";

    /// <summary>Second level of the address.</summary>
    public const string Province = "province";

    /// <summary>Third level of the address.</summary>
    public const string City = "city";

    /// <summary>Fourth level of the address.</summary>
    public const string District = "district";

    /// <summary>Fifth level of the address.</summary>
    public const string Community = "community";

    /// <summary>Degrees north, WGS 84.</summary>
    public const string Latitude = "latitude";

    /// <summary>Degrees east, WGS 84.</summary>
    public const string Longitude = "longitude";

    /// <summary>"How likely would you recommend us?", 0 to 10; a quarter of the customers and all prospects did not answer.</summary>
    public const string Satisfaction = "satisfaction";

    /// <summary>Friends invited so far; the referrals are those who came.</summary>
    public const string InvitationsSent = "invitations_sent";
}

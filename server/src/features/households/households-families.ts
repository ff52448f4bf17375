/** Tells consent who belongs together: a child's guardian is of the same household. */
import { Init, Inject, Provide, Scope, ScopeEnum } from '@midwayjs/core';
import { type FamilyMember, PurposeConsentsService } from '../privacy/purpose-consents.service';
import { HouseholdsService } from './households.service';

@Provide()
@Scope(ScopeEnum.Singleton)
export class HouseholdsFamilies {
  @Inject()
  private readonly consents!: PurposeConsentsService;

  @Inject()
  private readonly households!: HouseholdsService;

  @Init()
  init(): void {
    this.consents.registerFamilies((personId) => this.familyOf(personId));
  }

  /** The members who have an account; those without one have nothing to consent to here. */
  private async familyOf(personId: string): Promise<FamilyMember[]> {
    const household = await this.households.householdOf(personId);
    return (household?.members ?? []).flatMap(({ name, birthDate, binding }) =>
      binding ? [{ personId: binding.personId, name, birthDate: birthDate ?? null }] : [],
    );
  }
}

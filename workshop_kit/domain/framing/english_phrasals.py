"""English verbs of two words, and which verb of one word each comes to."""

from __future__ import annotations

from typing import Final

_BY_PARTICLE: Final = {
    # what is done to a thing: a means
    "demolish": "knock_down pull_down tear_down take_down rip_out rip_up rip_down dig_up dig_out strip_out "
    "bulldoze_down",
    "close": "block_off block_up fence_off seal_off seal_up board_up shut_off close_off wall_off rope_off brick_up "
    "close_down shut_down turn_off switch_off lock_up",
    "distribute": "hand_out hand_over give_out give_away send_out pass_round share_out dish_out deal_out parcel_out",
    "install": "put_up put_in put_out put_on hang_up fit_out kit_out lay_out lay_on rig_up wire_up plumb_in turn_on "
    "switch_on light_up set_up set_out mark_out mark_up peg_out stake_out roll_out screw_on bolt_on fix_up",
    "renovate": "do_up paint_over smarten_up spruce_up touch_up",
    "write": "draw_up write_up write_down jot_down make_up type_up",
    "buy": "buy_up buy_in buy_out stock_up snap_up",
    "hire": "bring_in take_on sign_up call_in hire_in",
    "sell": "sell_off auction_off hire_out rent_out let_out lease_out",
    "fund": "top_up pay_for chip_in",
    "plant": "fill_in dig_over thin_out cut_down chop_down saw_down",
    "organise": "pair_up team_up start_up lay_on put_together line_up",
    # what is there no more, or there again
    "end": "phase_out stamp_out wipe_out root_out weed_out drive_out do_away throw_out kick_out see_off use_up "
    "rule_out "
    "design_out sort_out cut_out",
    "clear": "clear_up clear_out clear_away clean_up clean_out pay_off pay_back pay_down wipe_off mop_up",
    "restore": "win_back bring_back get_back take_back give_back_to put_back",
    # what has no day on which it is done
    "improve": "open_up build_up step_up scale_up speed_up ramp_up beef_up tidy_up cheer_up brighten_up liven_up "
    "perk_up shake_up wake_up buck_up reach_out build_on work_on push_on press_on carry_on look_after care_for "
    "stand_up speak_up stick_up join_up come_together bring_together think_again",
    "reduce": "cut_back cut_down scale_back scale_down wind_down slow_down cool_down ease_off hold_back rein_in "
    "run_down keep_down bring_down",
}
#: A verb and its particle, and what they come to.
PHRASALS: Final = {tuple(one.split("_", 1)): verb for verb, said in _BY_PARTICLE.items() for one in said.split()}
PARTICLES: Final = frozenset(particle for _, particle in PHRASALS)
FIRST: Final = frozenset(verb for verb, _ in PHRASALS)
